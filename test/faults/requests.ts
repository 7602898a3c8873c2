import { addDays, dateIn } from '../../schema/domain/dates.ts';
import type { PutAuthorizationSettings } from '../../schema/forms/put-authorization-settings.ts';
import { type Caller, untilAnswered } from './caller.ts';

const minute_ms = 60_000;
const minute = { EMERGENCY: minute_ms, URGENT: minute_ms, ROUTINE: minute_ms };
const clock = { within_ms: minute, queryStops: true, mayProceed: false };

/** Every clock runs for a minute, so that it runs out while the run lasts. */
export const shortClocks: PutAuthorizationSettings = {
  clocks: { private: clock, nhia: clock, state: clock, community: clock },
  validDays: 14,
  afterwardsHours: 48,
  appealDays: 30,
};

/** Filed as if it were three quarters of a minute ago: its warning is due soon, its end a little later. */
const ago_ms = 44_000;

/** One request: some are left to their clock, some are asked about and answered, some are cancelled. */
export async function oneRequest(caller: Caller, name: string, nth: number): Promise<void> {
  const { insurer, who } = caller;
  const { memberId, birthDate, diagnoses, lines, currency } = insurer.filing();
  const at = Date.now() - ago_ms;
  const input = {
    externalId: name,
    facilityId: insurer.facilityId,
    memberId,
    birthDate,
    diagnoses,
    currency,
    encounterType: 'outpatient',
    urgency: 'URGENT',
    serviceDate: addDays(dateIn('Africa/Lagos', at), 1),
    lines: lines.map(({ service, quantity, unitPrice }) => ({ service, quantity, unitPrice })),
  } as const;
  const filing = { id: `${name}-ask`, at, command: { type: 'RequestAuthorization', input } } as const;
  const { number = '' } = await untilAnswered(caller, filing);
  if (nth % 3 === 1) {
    const query = { number, version: 1, question: 'Which ward?' };
    const asked = { type: 'QueryAuthorization', input: query } as const;
    await untilAnswered(caller, { id: `${name}-query`, principal: who, command: asked });
    const answered = { type: 'AnswerAuthorization', input: { number, answer: 'The second.' } } as const;
    await untilAnswered(caller, { id: `${name}-answer`, principal: insurer.clerk, command: answered });
  }
  if (nth % 3 === 2) {
    const command = { type: 'CancelAuthorization', input: { number } } as const;
    await untilAnswered(caller, { id: `${name}-cancel`, principal: insurer.clerk, command });
  }
}
