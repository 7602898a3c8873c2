import type { RiskFlag } from './flag.ts';

/** What became of a rule's events: the open ones are the rest. */
export interface RuleCounts {
  raised: number;
  confirmed: number;
  dismissed: number;
}

/** A rule of which nothing was raised. */
export const noEvents: RuleCounts = { raised: 0, confirmed: 0, dismissed: 0 };

/** What one event counts. */
export const countOf = ({ state }: Pick<RiskFlag, 'state'>): RuleCounts => ({
  raised: 1,
  confirmed: state === 'CONFIRMED' ? 1 : 0,
  dismissed: state === 'DISMISSED' ? 1 : 0,
});

/** How many are still to be looked at. */
export const openEvents = ({ raised, confirmed, dismissed }: RuleCounts): number =>
  raised - confirmed - dismissed;

/** Confirmed of disposed, 0–1 (claims.md, Risk); null: nothing was disposed of. */
export function precisionOf({ confirmed, dismissed }: RuleCounts): number | null {
  const disposed = confirmed + dismissed;
  return disposed === 0 ? null : confirmed / disposed;
}

/** So many disposals say something about a rule, and so little precision that it costs more than it finds. */
const demotion = { disposedMin: 50, precisionMin: 0.1 };

/** Whether a rule should weigh less: under a tenth confirmed after fifty disposals (claims.md, Risk). */
export function suggestsDemotion(counts: RuleCounts): boolean {
  const precision = precisionOf(counts);
  return (
    precision !== null &&
    precision < demotion.precisionMin &&
    counts.confirmed + counts.dismissed >= demotion.disposedMin
  );
}
