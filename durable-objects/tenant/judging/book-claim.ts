import type {
  Authorization,
  AuthorizationLine,
} from '../../../schema/domain/authorizations/authorization.ts';
import { reservedWhereItStands } from '../../../schema/domain/authorizations/draw.ts';
import type { FamilyAccount, LedgerEntry } from '../../../schema/domain/benefits/account.ts';
import { applyEntry, emptyAccount } from '../../../schema/domain/benefits/apply-entry.ts';
import { consumptionOf } from '../../../schema/domain/benefits/consumption.ts';
import { reversalOf } from '../../../schema/domain/benefits/reversal-of.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import { accountKey, ledgerRow } from '../memory/benefits.ts';
import { bookedKey } from '../memory/booked.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { drawCodes } from './draw-codes.ts';
import type { Case } from './judge-claim.ts';

/** Keeps what memory knows of a claim's entries up to date; where it knows nothing, they are read when they are wanted. */
function remember(memory: TenantMemory, entry: LedgerEntry): void {
  const { familyId, claimId } = entry;
  if (claimId === null) return;
  const before = memory.booked.peek(bookedKey(familyId, claimId));
  if (before === undefined) return;
  memory.booked.put({ familyId, claimId, entries: [...(before?.entries ?? []), entry] });
}

/**
 * Writes entries into the ledger and into their family's accounts, in one batch with what they follow from: an account is
 * only ever changed here, so that it stays the sum of its entries.
 */
export function bookEntries(entries: readonly LedgerEntry[], { memory, seq }: TenantContext): void {
  const accounts = new Map<string, FamilyAccount>();
  entries.forEach((entry, n) => {
    memory.ledger.add(...ledgerRow(entry, seq, n));
    remember(memory, entry);
    const { familyId, period } = entry;
    const key = accountKey(familyId, period);
    const before = accounts.get(key) ?? memory.accounts.get(key) ?? emptyAccount(familyId, period);
    accounts.set(key, applyEntry(before, entry));
  });
  for (const account of accounts.values()) memory.accounts.put(account);
}

/** What an approved claim takes of the person's benefits, and of the codes it names: those, as they are now. Of any other claim, nothing. */
export function bookApproval(
  claim: Claim,
  { claim: asked, facts }: Case,
  context: TenantContext,
): Authorization[] {
  if (claim.state !== 'APPROVED') return [];
  const judged = claim.lines.flatMap((line) => line.judged ?? []);
  const decided = claim.lines.map(({ line, approvedQuantity, approved }) => ({
    line,
    approvedQuantity: approvedQuantity ?? 0,
    approved: approved ?? 0,
  }));
  const entries = consumptionOf(asked, judged, facts, decided);
  bookEntries(entries, context);
  return drawCodes(claim, entries, context);
}

/** Whose account a person's use is booked in. */
export const familyOf = ({ id, principalId }: Enrollee): string => principalId ?? id;

/** The accounts in which a code's lines are reserved now: a move of plan may have moved them since a claim drew on it. */
function placesWants(memory: TenantMemory, familyId: string, code: string | null): Want[] {
  const one = code === null ? null : memory.authorizations.peek(authorizationKey.code(code));
  return (one?.lines ?? []).flatMap(({ reservation }) =>
    reservation ? [{ shelf: memory.accounts, key: accountKey(familyId, reservation.period) }] : [],
  );
}

/** A claim's ledger entries, and the accounts they are in. */
export function bookedWants(memory: TenantMemory, number: string): Want[] {
  const id = claimIdOf(number);
  // Read only while the approval is durable: what is read beside a batch under way may lack what that writes.
  const claim = id === null ? null : memory.claims.durable(String(id));
  if (claim?.state !== 'APPROVED') return [];
  const person = memory.enrollees.peek(enrolleeKey.id(claim.enrolleeId));
  if (!person) return [{ shelf: memory.enrollees, key: enrolleeKey.id(claim.enrolleeId) }];
  const key = bookedKey(familyOf(person), claim.id);
  const entries = memory.booked.peek(key)?.entries ?? [];
  return [
    { shelf: memory.booked, key },
    ...entries.map(({ familyId, period }) => ({ shelf: memory.accounts, key: accountKey(familyId, period) })),
    ...entries.flatMap(({ authorization }) =>
      authorization === null
        ? []
        : [{ shelf: memory.authorizations, key: authorizationKey.code(authorization) }],
    ),
    ...entries.flatMap(({ authorization }) => placesWants(memory, familyOf(person), authorization)),
  ];
}

/** The line of a code that an entry drew on, as it is now. */
function codesLine(
  { authorization, line }: LedgerEntry,
  claim: Claim,
  memory: TenantMemory,
): AuthorizationLine | undefined {
  if (authorization === null) return undefined;
  const service = claim.lines.find((each) => each.line === line)?.service;
  const given = memory.authorizations.get(authorizationKey.code(authorization));
  return given?.lines.find((each) => each.service === service);
}

/** Whether a code's reservation has ended since: what a claim had set free of it is not reserved again. */
function isOver(entry: LedgerEntry, claim: Claim, memory: TenantMemory): boolean {
  return entry.kind === 'RESERVE' && codesLine(entry, claim, memory)?.reservation === null;
}

/** Gives back what a claim's decision has taken of the person's benefits, and of the codes it names: those, as they are now. */
export function bookReversal(claim: Claim, context: TenantContext): Authorization[] {
  const { memory, at } = context;
  const person = memory.enrollees.get(enrolleeKey.id(claim.enrolleeId));
  if (!person) return [];
  const standing = memory.booked.get(bookedKey(familyOf(person), claim.id));
  const undone = reversalOf(standing?.entries ?? [], at);
  const entries = undone.filter((entry) => !isOver(entry, claim, memory));
  const before = new Map(entries.map((entry) => [entry, codesLine(entry, claim, memory)]));
  const codes = drawCodes(claim, entries, context);
  const settled = new Set<AuthorizationLine>();
  const booked = entries.map((entry) => {
    const [was, is] = [before.get(entry), codesLine(entry, claim, memory)];
    if (entry.kind !== 'RESERVE' || !was || !is) return entry;
    // Of two lines of one service the first takes up all that comes back.
    const again = reservedWhereItStands(entry, settled.has(was) ? is : was, is);
    settled.add(was);
    return again;
  });
  bookEntries(booked, context);
  return codes;
}
