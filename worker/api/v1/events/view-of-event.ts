import { z } from 'zod';
import { type EventAction, type EventView, eventsByAction } from '../../../../schema/api/event-view.ts';
import { authorizationIdOf } from '../../../../schema/domain/authorizations/authorization.ts';
import { claimStates } from '../../../../schema/domain/claims/claim.ts';
import type { JournalEvent } from '../../../queries/events-page.ts';

/** What the journal's data says of an outcome: of each kind of command only some of it. */
const recorded = z.object({
  claimed: z.int().optional(),
  approved: z.int().nullish(),
  outcome: z.object({
    number: z.string().optional(),
    memberId: z.string().optional(),
    code: z.string().optional(),
    state: z.string().optional(),
    version: z.int().optional(),
  }),
});

const isEventAction = (action: string): action is EventAction => Object.hasOwn(eventsByAction, action);

/** An entry of the journal in the API's words; null for one that integrators are not told of. */
export function viewOfEvent(event: JournalEvent): EventView | null {
  if (!isEventAction(event.action)) return null;
  const { kind, about } = eventsByAction[event.action];
  const { outcome, claimed = null, approved = null } = recorded.parse(JSON.parse(event.data));
  const { number, memberId, code, version = null } = outcome;
  const id =
    {
      claim: number,
      investigation: number,
      enrollee: memberId,
      service: code,
      plan: code,
      facility: event.facilityExternalId,
    }[about] ?? null;
  // A risk event is of a claim, or of a request.
  const isRequest = about === 'claim' && authorizationIdOf(id ?? '') !== null;
  return {
    seq: event.seq,
    at: new Date(event.at).toISOString(),
    kind,
    subject: { about: isRequest ? 'authorization' : about, id },
    state: isRequest ? null : (claimStates.find((state) => state === outcome.state) ?? null),
    version: about === 'claim' && !isRequest ? version : null,
    claimed,
    approved,
  };
}
