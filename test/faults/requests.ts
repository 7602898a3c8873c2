import type { TenantCommand } from '../../schema/commands.ts';
import { dateIn } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
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

/** Services that only requests name, so many that no claim under a code is another's duplicate. */
export const requestedServices = Array.from(
  { length: 60 },
  (_, nth) => `REQ-${String(nth).padStart(3, '0')}`,
);
let turns = 0;

/**
 * Another person for another service each time: what one had today already would be granted to nobody. Every fourth person is only
 * reported as an emergency that was not theirs: whatever else is billed for them there that day is held, and nobody may approve it.
 */
function nextPair(
  all: readonly string[],
  urgency: 'URGENT' | 'EMERGENCY',
): { memberId: string; service: string } {
  const memberIds = all.filter((_, nth) => (nth % 4 === 3) === (urgency === 'EMERGENCY'));
  const nth = turns;
  turns += 1;
  const round = Math.floor(nth / requestedServices.length);
  const service = requestedServices[nth % requestedServices.length] ?? '';
  return { service, memberId: memberIds[(nth + round) % memberIds.length] ?? '' };
}

/** One request on its way. */
interface Asked {
  readonly caller: Caller;
  readonly name: string;
  readonly number: string;
  readonly memberId: string;
  readonly service: string;
}

const unitPrice = 400_000;

/** Files a request; `at`: as if it had been filed then. */
async function ask(
  caller: Caller,
  name: string,
  urgency: 'URGENT' | 'EMERGENCY',
  at?: number,
): Promise<Asked> {
  const { insurer } = caller;
  const { birthDate, diagnoses, currency } = insurer.filing();
  const { memberId, service } = nextPair(insurer.memberIds, urgency);
  const input = {
    externalId: name,
    facilityId: insurer.facilityId,
    memberId,
    birthDate,
    diagnoses,
    currency,
    encounterType: 'outpatient' as const,
    urgency,
    serviceDate: dateIn('Africa/Lagos', Date.now()),
    lines: [{ service, quantity: 2, unitPrice }],
  };
  const command = { type: 'RequestAuthorization' as const, input };
  const sent = { id: `${name}-ask`, command, ...(at === undefined ? {} : { at }) };
  const { number = '' } = await untilAnswered(caller, sent);
  return { caller, name, number, memberId, service };
}

const does = ({ caller, name }: Asked, verb: string, command: TenantCommand, principal?: Principal) =>
  untilAnswered(caller, { id: `${name}-${verb}`, command, ...(principal ? { principal } : {}) });

async function queryAndAnswer(asked: Asked): Promise<void> {
  const { number, caller } = asked;
  const question = { number, version: 1, question: 'Which ward?' };
  await does(asked, 'query', { type: 'QueryAuthorization', input: question }, caller.who);
  const input = { number, answer: 'The second.' };
  await does(asked, 'answer', { type: 'AnswerAuthorization', input }, caller.insurer.clerk);
}

async function grant(asked: Asked): Promise<string> {
  const input = { verdict: 'grant', number: asked.number, version: 1 } as const;
  // Entered for them, as a history is: what the page showed them does not have to be named.
  const who = { ...asked.caller.who, via: 'system' as const };
  const { code = '' } = await does(asked, 'grant', { type: 'DecideAuthorization', input }, who);
  return code;
}

async function cancel(asked: Asked): Promise<void> {
  const command = { type: 'CancelAuthorization', input: { number: asked.number } } as const;
  await does(asked, 'cancel', command, asked.caller.insurer.clerk);
}

/** Bills one of the two units today, under the code if there is one. */
function bill(asked: Asked, code?: string) {
  const { caller, name, memberId, service } = asked;
  const day = dateIn('Africa/Lagos', Date.now());
  const line = { service, quantity: 1, unitPrice, ...(code === undefined ? {} : { authorization: code }) };
  const own = { memberId, startedAt: `${day}T00:00:00+01:00`, lines: [line], total: unitPrice };
  const input = { ...caller.insurer.filing(), ...own, externalId: `${name}-billed` };
  return does(asked, 'file', { type: 'SubmitClaim', input });
}

/** Bills under the code, and has it approved. */
async function draw(asked: Asked, code: string): Promise<void> {
  const { caller } = asked;
  const { number = '' } = await bill(asked, code);
  const taken = await does(asked, 'take', { type: 'TakeClaim', input: { number } }, caller.who);
  const { version = 0, recommendation = '' } = taken;
  const approval = { number, version, recommendation };
  await does(asked, 'use', { type: 'ApproveClaim', input: approval }, caller.who);
}

/** *Not me*, from two devices at once, while somebody checks in, and the visit is billed. */
async function deny(asked: Asked): Promise<void> {
  const { number, memberId, caller } = asked;
  const input = { number, answer: 'NOT_ME', through: 'email' } as const;
  const clerk = { ...caller.insurer.clerk, permissions: ['facility.checkin.create'] as const };
  const here = { type: 'CheckIn', input: { memberId, birthDate: '1990-05-17' } } as const;
  await Promise.all([
    does(asked, 'deny', { type: 'AnswerAlert', input }),
    does(asked, 'deny2', { type: 'AnswerAlert', input: { ...input, through: 'push' } }),
    does(asked, 'here', here, clerk),
    bill(asked),
  ]);
}

/**
 * One request: some are left to their clock, some are asked about and answered, some are cancelled, some granted and used, some
 * granted and cancelled, and some are an emergency that was not theirs.
 */
export async function oneRequest(caller: Caller, name: string, turn: number): Promise<void> {
  const way = turn % 6;
  if (way === 5) return deny(await ask(caller, name, 'EMERGENCY'));
  if (way > 2) {
    const asked = await ask(caller, name, 'URGENT');
    const code = await grant(asked);
    return way === 3 ? draw(asked, code) : cancel(asked);
  }
  const asked = await ask(caller, name, 'URGENT', Date.now() - ago_ms);
  if (way === 1) await queryAndAnswer(asked);
  if (way === 2) await cancel(asked);
}
