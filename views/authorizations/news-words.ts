import type { AuthorizationNews } from '../../schema/domain/authorizations/facility-authorization.ts';

/** What happened to a request that staff have open, by command. */
export const requestWords: Readonly<Partial<Record<string, string>>> = {
  QueryAuthorization: 'The provider has been asked about this request.',
  AnswerAuthorization: 'The provider has answered.',
  CancelAuthorization: 'This request has been cancelled.',
  DecideAuthorization: 'Somebody has decided this request.',
  ConfirmAuthorizationProposal: 'The proposal has been confirmed.',
  DeclineAuthorizationProposal: 'The proposal has been declined: this request is free again.',
  ExtendAuthorization: 'This authorization has been extended.',
  DischargeAuthorization: 'The discharge has been recorded.',
  AppealAuthorization: 'The provider has appealed.',
  DecideAppeal: 'The appeal has been decided.',
  JudgeAgain: 'The enrollee is on another plan: this authorization was judged again.',
  AdvanceAuthorization: 'The clock of this request has moved on.',
  DisposeRiskEvent: 'Somebody has looked at a risk event of this request.',
};

/** What happened to a request that the facility's people have open. */
export const requestNewsWords: Readonly<Record<AuthorizationNews, string>> = {
  'authorization-requested': 'This request has been sent to the insurer.',
  'authorization-queried': 'The insurer has a question about this request.',
  'authorization-answered': 'Your answer has been sent to the insurer.',
  'authorization-approved': 'The insurer has approved this request.',
  'authorization-reduced': 'The insurer has approved this request in part.',
  'authorization-rejected': 'The insurer has rejected this request.',
  'authorization-cancelled': 'This request has been cancelled.',
  'authorization-extended': 'The insurer has extended this authorization.',
  'authorization-discharged': 'The discharge has been recorded.',
  'authorization-may-proceed': 'Nobody has answered in time: you may proceed.',
  'authorization-expired': 'The code of this request has expired.',
  'authorization-released': 'What was reserved for this request is free again.',
  'authorization-used': 'A claim has drawn on this authorization.',
  'authorization-judged-again': 'The enrollee is on another plan: see what of this is still covered.',
  'authorization-appealed': 'Your appeal has been sent to the insurer.',
  'authorization-upheld': 'The insurer stands by its decision.',
  'authorization-overturned': 'The insurer has decided anew after your appeal.',
};

/** What a notice of each kind says of its request. */
export const requestNoticeWords: Readonly<Record<string, string>> = {
  'authorization-requested': 'asks for permission',
  'authorization-queried': 'has a question to answer',
  'authorization-answered': 'was answered and is back',
  'authorization-approved': 'was approved',
  'authorization-reduced': 'was approved in part',
  'authorization-rejected': 'was rejected',
  'authorization-cancelled': 'was cancelled',
  'authorization-extended': 'was extended',
  'authorization-may-proceed': 'may proceed: nobody answered in time',
  'authorization-expired': 'has expired',
  'authorization-judged-again': 'was judged again under another plan',
  'authorization-due-soon': 'must be answered soon',
  'authorization-late': 'was not answered in time',
  'authorization-upheld': 'stands after your appeal',
  'authorization-overturned': 'was decided anew after your appeal',
  'appeal-due-soon': 'has an appeal to answer soon',
  'appeal-late': 'has an appeal that was not answered in time',
};
