import type { Context } from 'hono';
import type { Judgement } from '../../../../schema/domain/adjudication/judgement.ts';
import { type Authorization, isWaiting } from '../../../../schema/domain/authorizations/authorization.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { answerByOf } from '../../../../schema/tables/tenant/authorizations.ts';
import { RequestPage } from '../../../../views/hmo/authorizations/request-page.tsx';
import type { DisposalSaid } from '../../../../views/hmo/risk/disposal-form.tsx';
import { answer } from '../../../answer.ts';
import { staffRequestFilesCard } from '../../../attachments/files-card.tsx';
import { freshId, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { authorizationByNumber } from '../../../queries/authorization-by-number.ts';
import { authorizationsOfEnrollee, nextWaiting } from '../../../queries/authorizations-list.ts';
import { claimsOfEnrollee } from '../../../queries/claims-of-enrollee.ts';
import type { Database } from '../../../queries/database.ts';
import { enrolleeById } from '../../../queries/enrollee-by-id.ts';
import { ownCeiling } from '../../../queries/own-ceiling.ts';
import { tenantReasonCodes } from '../../../queries/reason-codes.ts';
import { render, type View } from '../../../render.tsx';
import { backAddress } from '../../back-address.ts';
import { clockOf } from '../../clock-of.ts';
import { withDiagnosisNames } from '../../with-diagnosis-names.ts';
import { coverVerdictOf } from '../cover-verdict-of.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { grantSteps } from './grant-steps.tsx';
import { type DecisionSaid, requestDesk, requestProposalDesk } from './request-desk.ts';
import { shownAuthorization } from './shown-row.ts';

type Status = Parameters<typeof render>[2];

/** So many of the person's other claims and requests stand beside the one in question. */
const recent_max = 5;

/** No claim has this running number: every claim of the person is another one. */
const noClaim = -1;

/** What a refused decision or step is shown again with. */
export interface RequestSaid extends DecisionSaid {
  refusal?: string;
  back?: string;
  disposing?: DisposalSaid;
}

/** What the engine says now of what waits; null: nothing does, or nobody could say. */
async function judgementOf(c: Context<AppEnv>, one: Authorization): Promise<Judgement | null> {
  if (!isWaiting(one)) return null;
  const judged = await tenantActor(c).requestJudgement(one.number);
  return isRefusal(judged) ? null : judged;
}

/** The one that waits next after this one. */
const nextAfter = (db: Database, one: Authorization) =>
  nextWaiting(db, { answerBy: answerByOf(one) ?? 0, id: one.id });

/** What else there is of the person: who they are, what was claimed and asked for them lately. */
async function personOf({ db, may }: StaffDesk, one: Authorization) {
  const { enrolleeId, id } = one;
  const [enrollee, claims, others] = await Promise.all([
    may('enrollee.view') ? enrolleeById(db, enrolleeId) : null,
    may('claim.view') ? claimsOfEnrollee(db, { enrolleeId, id: noClaim }, recent_max) : [],
    authorizationsOfEnrollee(db, { enrolleeId, id }, recent_max),
  ]);
  const clinical = may('enrollee.view_clinical');
  return {
    enrollee: enrollee && { ...enrollee, name: `${enrollee.firstName} ${enrollee.lastName}` },
    claims: claims.map((each) => (clinical ? each : { ...each, diagnosis: null })),
    others: others.map(shownAuthorization),
  };
}

/** The page of one request as it is for this person now; null when there is no such request. */
async function requestView(c: Context<AppEnv>, number: string, said: RequestSaid): Promise<View | null> {
  const desk = await openDesk(c);
  const { db, slug, zone, now, to, may } = desk;
  const found = await authorizationByNumber(db, number);
  if (found === null) return null;
  const [authorization, judgement, person, reasons, next, ceiling] = await Promise.all([
    withDiagnosisNames(c.env, found),
    judgementOf(c, found),
    personOf(desk, found),
    tenantReasonCodes(db),
    nextAfter(db, found),
    ownCeiling(db, c.var.principal.id, 'authorization'),
  ]);
  const { refusal } = said;
  const back = backAddress(c, to.authorizations(), said.back);
  const facts = { authorization, judgement, reasons, ceiling, back, said };
  const content = (
    <RequestPage
      {...{ slug, zone, now, authorization, judgement, next, back, ...person }}
      clock={clockOf(authorization)}
      desk={requestDesk(c, desk, facts)}
      proposal={requestProposalDesk(c, desk, facts)}
      steps={grantSteps(desk, authorization, said)}
      files={staffRequestFilesCard(c, { authorization, zone, look: may('claim.attachment_view') })}
      reasonNames={Object.fromEntries(reasons.map(({ code, name }) => [code, name]))}
      clinical={may('enrollee.view_clinical')}
      risk={
        may('risk.view')
          ? { disposeId: may('risk.dispose') ? freshId : null, said: said.disposing ?? null }
          : null
      }
      linksInvestigations={may('investigation.view')}
      verdict={await coverVerdictOf(c, desk, authorization, judgement)}
      {...(refusal === undefined ? {} : { refusal })}
    />
  );
  const page = {
    title: number,
    nav: 'authorizations',
    see: [`authorization:${number}`],
    seq: desk.counts.seq,
  };
  return staffView(c, desk, page, content);
}

/** Answers with a request's page as it is now, or that there is no such request. */
export async function showRequestNumbered(
  c: Context<AppEnv>,
  number: string,
  said: RequestSaid = {},
  status?: Status,
): Promise<Response> {
  const view = await requestView(c, number, said);
  if (view === null) return answer(c, refuse('not_found', 'There is no request of this number.'));
  return render(c, view, status);
}

/** `GET /<tenant>/authorizations/<number>`: looking takes nothing. */
export const showRequest = (c: Context<AppEnv>): Promise<Response> =>
  showRequestNumbered(c, c.req.param('number') ?? '');
