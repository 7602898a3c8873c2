import type { Attachment } from '../claims/attachment.ts';
import type { Decider } from '../claims/deciding.ts';
import type { Refusal } from '../refusal.ts';
import type { Authorization } from './authorization.ts';
import { resumed, stopped } from './clock.ts';
import { refuseUnlessPossible, refuseUnlessSeen } from './life.ts';
import { said, stepped } from './stepped.ts';

/** A question to the facility, on the version that was seen, with the files that are wanted. */
export interface RequestQuery {
  version: number;
  question: string;
  /** short phrases; none: the answer alone is wanted */
  wanted?: readonly string[] | undefined;
}

/** REQUESTED → QUERIED: a question to the facility; the clock stands where the scheme lets it. */
export function queryRequest(
  authorization: Authorization,
  { version, question, wanted = [] }: RequestQuery,
  decider: Decider,
): Authorization | Refusal {
  const no = refuseUnlessPossible(authorization, 'query') ?? refuseUnlessSeen(authorization, version);
  if (no) return no;
  return {
    ...stepped(authorization, decider, 'queried', { state: 'QUERIED' }),
    ...stopped(authorization, decider.at),
    // What waits for a second person waits no longer: somebody wants to know more first.
    proposal: null,
    wanted: [...new Set(wanted)],
    conversation: said(authorization, decider, { from: 'tenant', kind: 'query', text: question }),
  };
}

/** QUERIED → REQUESTED: the facility's answer with its files; the clock goes on. */
export function answerRequest(
  authorization: Authorization,
  { answer, attachments }: { answer: string; attachments: readonly Attachment[] },
  decider: Decider,
): Authorization | Refusal {
  const no = refuseUnlessPossible(authorization, 'answer');
  if (no) return no;
  return {
    ...stepped(authorization, decider, 'answered', { state: 'REQUESTED' }),
    ...resumed(authorization, decider.at),
    attachments: [...authorization.attachments, ...attachments],
    conversation: said(authorization, decider, { from: 'facility', kind: 'answer', text: answer }),
  };
}
