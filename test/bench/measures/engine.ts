import { judge } from '../../../schema/domain/adjudication/judge.ts';
import type { LedgerEntry } from '../../../schema/domain/benefits/account.ts';
import { emptyAccount, foldEntries } from '../../../schema/domain/benefits/apply-entry.ts';
import { addDays } from '../../../schema/domain/dates.ts';
import type { CatalogueService } from '../../../schema/domain/plans/plan.ts';
import { aClaim, aPerson, aService, someFacts } from '../../unit/domain/adjudication/builders.ts';
import { type Figure, microFigure } from '../figure.ts';
import { median } from '../load.ts';
import { benchPlan } from '../plan.ts';

const groups = ['consultation', 'laboratory', 'drug', 'imaging', 'procedure'];
const services: CatalogueService[] = groups.map((group) => aService(`S-${group}`, { group }));
const lines = groups.map((group) => ({ service: `S-${group}`, unitPrice: 500_000 }));
const period = '2026-01-01';

const used = (nth: number): LedgerEntry => ({
  kind: 'CONSUME',
  familyId: 'ada',
  enrolleeId: 'ada',
  period,
  plan: 'GOLD',
  benefit: ['OPD', 'LAB', 'DRUG', 'IMAGE'][nth % 4] ?? '',
  amount: 1_000,
  units: 1,
  days: 0,
  visits: 1,
  deductible: 0,
  overallDeductible: 0,
  serviceDate: addDays(period, nth % 150),
  at: 0,
  claimId: nth,
  line: 1,
  authorization: null,
});

/** Microseconds for judging one claim, the median of many rounds. */
function timeOf(benefits: number, entries: number): number {
  const { rules } = benchPlan('GOLD', benefits);
  const account = foldEntries(
    emptyAccount('ada', period),
    Array.from({ length: entries }, (_, n) => used(n)),
  );
  const facts = someFacts({
    plans: new Map([
      ['GOLD', [{ plan: 'GOLD', version: 1, state: 'PUBLISHED', from: '2020-01-01', revision: 0, rules }]],
    ]),
    services,
    accounts: new Map([[period, account]]),
    household: { ...someFacts({}).household, person: aPerson({ cover: ['2025-01-01 ACTIVE'] }) },
  });
  const claim = aClaim({ lines });
  const rounds: number[] = [];
  for (let round = 0; round < 220; round += 1) {
    const began = performance.now();
    for (let n = 0; n < 100; n += 1) judge(claim, facts);
    if (round >= 20) rounds.push((performance.now() - began) * 10);
  }
  if (judge(claim, facts).approved === 0) throw new Error('nothing was approved: that is no measure');
  return median(rounds);
}

/** The pure engine alone: one claim of five lines, whatever stands beside it. */
export function measureEngine(): Figure[] {
  return [
    microFigure('judging a claim of 5 lines in the pure engine: 8 benefits, nothing used', timeOf(8, 0), 100),
    microFigure('… 200 benefits', timeOf(200, 0), 100),
    microFigure('… an enrollee with 10,000 ledger entries', timeOf(8, 10_000), 100),
  ];
}
