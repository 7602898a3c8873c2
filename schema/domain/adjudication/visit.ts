import type { Minor } from '../money.ts';
import type { VisitSoFar } from './facts.ts';
import type { PlacedBenefit, PlanIndex } from './plan-index.ts';
import type { CoPaySoFar } from './rules/co-pay.ts';

/** What one visit has taken so far, by benefit: in other approved claims of the encounter and in the lines before. */
export class Visit {
  readonly #soFar: Map<string, VisitSoFar>;

  constructor(soFar: ReadonlyMap<string, VisitSoFar>) {
    this.#soFar = new Map(soFar);
  }

  /** Whether the visit has been counted already where this benefit's visits are counted. */
  isCounted({ visitCode }: PlacedBenefit, { byCode }: PlanIndex): boolean {
    for (const code of this.#soFar.keys())
      if (code === visitCode || byCode.get(code)?.visitCode === visitCode) return true;
    return false;
  }

  /** What the tenant pays in this visit for a benefit and all that stands within it. */
  approvedUnder({ counted }: PlacedBenefit): Minor {
    let total = 0;
    for (const [code, { approved }] of this.#soFar) if (counted.has(code)) total += approved;
    return total;
  }

  /** What has been taken of a benefit's co-pay. */
  coPayOf(code: string): CoPaySoFar {
    const soFar = this.#soFar.get(code);
    return { taken: soFar?.coPay ?? 0, flatTaken: soFar?.flatTaken ?? false };
  }

  /** Counts an approved line. */
  take(code: string, line: VisitSoFar): void {
    const before = this.#soFar.get(code);
    this.#soFar.set(code, {
      approved: (before?.approved ?? 0) + line.approved,
      coPay: (before?.coPay ?? 0) + line.coPay,
      flatTaken: line.flatTaken || (before?.flatTaken ?? false),
    });
  }
}
