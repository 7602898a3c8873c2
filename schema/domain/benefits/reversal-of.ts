import type { Moment } from '../dates.ts';
import type { EntryKind, LedgerEntry } from './account.ts';

/** What undoes an entry of a decision. */
const undone: Partial<Record<EntryKind, EntryKind>> = { CONSUME: 'REVERSE', RELEASE: 'RESERVE' };

const isUse = ({ kind }: LedgerEntry): boolean => kind === 'CONSUME' || kind === 'REVERSE';

/**
 * The entries that undo a claim's decision: what it consumed is reversed, what it released of a code is reserved again
 * (members.md, Benefit ledger). Handed in are all entries that name the claim, in their order; what has been undone before
 * is not undone twice.
 */
export function reversalOf(entries: readonly LedgerEntry[], at: Moment): LedgerEntry[] {
  const standing = new Map<string, LedgerEntry>();
  for (const entry of entries) standing.set(`${entry.claimId} ${entry.line} ${isUse(entry)}`, entry);
  return [...standing.values()].flatMap((entry) => {
    const kind = undone[entry.kind];
    return kind ? [{ ...entry, kind, at }] : [];
  });
}
