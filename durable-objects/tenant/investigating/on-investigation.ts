import type { InvestigationOutcome } from '../../../schema/commands.ts';
import { type Authorization, isRequestNumber } from '../../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { Decider } from '../../../schema/domain/claims/deciding.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import { type HeldSubject, sweepBegun } from '../../../schema/domain/investigations/hold-subject.ts';
import type { Investigation } from '../../../schema/domain/investigations/investigation.ts';
import type { ToldMembers } from '../../../schema/domain/members/member-news.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { Decision, Want } from '../../actor/book.ts';
import type { Data } from '../../actor/journal.ts';
import { seal } from '../../actor/seal.ts';
import { deciderOf } from '../decider.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';
import { membersData } from '../telling.ts';

/** The person whose claim came first: what is written in an investigation is sealed with their key. */
function sealerWants(memory: TenantMemory, [number = '']: readonly string[]): Want[] {
  if (isRequestNumber(number)) return authorizationWants(memory, number);
  const id = claimIdOf(number);
  if (id === null) return [];
  const claim = memory.claims.peek(String(id));
  const person = claim ? [{ shelf: memory.enrollees, key: enrolleeKey.id(claim.enrolleeId) }] : [];
  return [{ shelf: memory.claims, key: String(id) }, ...person];
}

/** The investigation; with `text` also whose key seals what is written. */
export function investigationWants(memory: TenantMemory, number: string, { text = false } = {}): Want[] {
  const investigation = memory.investigations.peek(number);
  const about = investigation ? [...investigation.claims, ...investigation.authorizations] : [];
  const sealer = text ? sealerWants(memory, about) : [];
  return [{ shelf: memory.investigations, key: number }, ...sealer];
}

/** Claims by number, with their people's keys as far as something is sealed. */
export const claimsWants = (memory: TenantMemory, numbers: readonly string[]): Want[] => [
  ...[...new Set(numbers)].flatMap((number) => {
    const id = claimIdOf(number);
    return id === null ? [] : [{ shelf: memory.claims, key: String(id) }];
  }),
  ...sealerWants(memory, numbers),
];

/** What somebody wrote, sealed; null where no claim says whose it is, or their key has been erased. */
function sealedWords(
  { claims, authorizations }: Pick<Investigation, 'claims' | 'authorizations'>,
  words: object | null,
  { memory, random }: TenantContext,
): string | null {
  const [number = ''] = [...claims, ...authorizations];
  const about = memory.claims.peek(String(claimIdOf(number) ?? '')) ?? peekAuthorization(memory, number);
  const person = words && about && memory.enrollees.peek(enrolleeKey.id(about.enrolleeId));
  return person && words ? seal(person, words, random(12)) : null;
}

/** What goes into the journal and is told beside the investigation itself. */
export interface Told {
  data?: Data;
  /** what was written, sealed */
  words?: object | null;
  notice?: { kind: string; audience: Permission };
  /** a hold's work begins in the background */
  sweeps?: boolean;
  /** requests that it holds, or lets go of, as they are now */
  held?: readonly Authorization[];
  /** claims that it holds from now on, as they are now */
  also?: readonly Claim[];
  /** whose open pages are told of it */
  members?: readonly ToldMembers[];
}

/** Everything a changed investigation changes with it. */
export function changedInvestigation(
  investigation: Investigation,
  { data = {}, words = null, notice, sweeps = false, held = [], also = [], members = [] }: Told,
  context: TenantContext,
): Decision<InvestigationOutcome, TenantDid> {
  const { id, number, state, version } = investigation;
  context.memory.investigations.put(investigation);
  return {
    outcome: { number, state, version },
    subject: `investigation:${id}`,
    data: {
      number,
      state,
      version,
      ...data,
      ...(held.length === 0 ? {} : { authorizations: held.map((one) => one.id) }),
      ...(also.length === 0 ? {} : { also: also.map((one) => one.id) }),
      ...membersData(members),
    },
    sealed: sealedWords(investigation, words, context),
    ...(notice ? { notice: { ...notice, subject: number, data: {} } } : {}),
    did: {
      ...(sweeps ? { sweeps: true } : {}),
      ...(held.length === 0 ? {} : { authorizations: held }),
      ...(also.length === 0 ? {} : { also }),
    },
  };
}

/** One step of an investigation: found, decided; then all that it changes. */
export function stepInvestigation(
  number: string,
  step: (investigation: Investigation, decider: Decider) => Investigation | Refusal,
  toldOf: (after: Investigation, before: Investigation) => Told,
  context: TenantContext,
): Decision<InvestigationOutcome, TenantDid> | Refusal {
  const before = context.memory.investigations.get(number);
  if (!before) return refuse('not_found', `There is no investigation ${number}.`);
  const after = step(before, deciderOf(context));
  return isRefusal(after) ? after : changedInvestigation(after, toldOf(after, before), context);
}

/** A subject's hold begins to be placed, or lifted, on the claims that are there: in the background, portion by portion. */
export function beginSweep(
  subject: string,
  investigation: string,
  sweep: 'PLACING' | 'LIFTING',
  { memory, seq }: TenantContext,
): void {
  const before: HeldSubject = memory.held.get(subject) ?? { subject, holds: [] };
  memory.held.put(sweepBegun(before, { investigation, sweep, since: seq }));
}
