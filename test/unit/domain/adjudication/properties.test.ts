import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eligibleOn } from '../../../../schema/domain/adjudication/eligible-on.ts';
import type { ClaimInQuestion, Facts } from '../../../../schema/domain/adjudication/facts.ts';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import { indexOf, type PlacedBenefit } from '../../../../schema/domain/adjudication/plan-index.ts';
import type { LedgerEntry } from '../../../../schema/domain/benefits/account.ts';
import { consumptionOf } from '../../../../schema/domain/benefits/consumption.ts';
import { reversalOf } from '../../../../schema/domain/benefits/reversal-of.ts';
import { type Scope, tallyOf } from '../../../../schema/domain/benefits/tally.ts';
import { claims, whoever, worlds } from './a-world.ts';
import { aClaim } from './builders.ts';
import { filed } from './case.ts';

/** Freezes all of it, so that whatever is changed in place fails aloud. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}

const placedIn = ({ plans }: Facts): readonly PlacedBenefit[] =>
  (plans.get('GOLD') ?? []).flatMap(({ rules }) => indexOf(rules).benefits);

type Accounts = Facts['accounts'];
interface Told {
  claim: ClaimInQuestion;
  who: 'ada' | 'kid';
}
const told = fc.record({ claim: claims, who: whoever });

/** A ledger on which the code of the world has been granted. */
function granted(facts: Facts): Facts {
  const entries = [...facts.authorizations.values()].flatMap(({ code, lines }) =>
    lines.map(({ plan, benefit, period, amountLeft, quantityLeft, visitsLeft }, i): LedgerEntry => {
      const sums = { amount: amountLeft, units: quantityLeft, days: 0, visits: visitsLeft };
      const borne = { deductible: 0, overallDeductible: 0, serviceDate: '2026-06-01', at: 0 };
      const place = { familyId: 'ada', enrolleeId: 'ada', plan, benefit, period };
      return { kind: 'RESERVE', ...place, ...sums, ...borne, claimId: null, line: i, authorization: code };
    }),
  );
  return { ...facts, accounts: filed(new Map(), entries) };
}

/** Claims decided one after the other, each as recommended on what those before have left. */
function decidedInTurn(world: (who: 'ada' | 'kid') => Facts, list: readonly Told[]) {
  let { accounts } = granted(world('ada'));
  const judgements = list.map(({ claim, who }, i) => {
    // A code is used by the first claim only: what it has left is not part of this.
    const codes = i === 0 ? {} : { authorizations: new Map() };
    const facts = { ...world(who), ...codes, accounts };
    const judgement = judge({ ...claim, id: i + 1 }, facts);
    const consumed = consumptionOf({ ...claim, id: i + 1 }, judgement.lines, facts);
    accounts = filed(accounts, consumed);
    return judgement;
  });
  return { judgements, accounts };
}

test('the parts of every line make up what was claimed, and none is less than nothing', () => {
  fc.assert(
    fc.property(worlds, told, (world, { claim, who }) => {
      const judgement = judge(claim, world(who));
      for (const [i, line] of judgement.lines.entries()) {
        const parts = [line.approved, line.enrolleeShare, line.facilityShare];
        for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, part) => sum + part)).toBe(claim.lines[i]?.claimed);
        expect(line.deductible + line.coPay).toBeLessThanOrEqual(line.enrolleeShare);
        expect(line.overallDeductible).toBeLessThanOrEqual(line.deductible);
      }
      const { approved, enrolleeShare, facilityShare, claimed } = judgement;
      expect(approved + enrolleeShare + facilityShare).toBe(claimed);
    }),
  );
});

test('never more than was billed, than the tariff, than the units claimed, or than is left', () => {
  fc.assert(
    fc.property(worlds, told, (world, { claim, who }) => {
      for (const [i, line] of judge(claim, world(who)).lines.entries()) {
        const { unitPrice = 0, quantity = 0, price } = claim.lines[i] ?? {};
        expect(line.approvedQuantity).toBeLessThanOrEqual(quantity);
        const each = Math.min(unitPrice, price?.price ?? 0);
        expect(line.approved).toBeLessThanOrEqual(each * line.approvedQuantity);
        if (line.leftBefore !== null) expect(line.approved).toBeLessThanOrEqual(line.leftBefore);
        if (line.verdict === 'REFUSE') expect([line.approved, line.approvedQuantity]).toEqual([0, 0]);
      }
    }),
  );
});

test('every line that is less than whole gives a reason, and no whole one does', () => {
  fc.assert(
    fc.property(worlds, told, (world, { claim, who }) => {
      for (const line of judge(claim, world(who)).lines)
        expect(line.reasons.length > 0).toBe(line.verdict !== 'PASS');
    }),
  );
});

test('nothing that is handed in is changed, and judging again says the same', () => {
  fc.assert(
    fc.property(worlds, told, (world, { claim, who }) => {
      const facts = frozen(granted(world(who)));
      expect(judge(frozen(claim), facts)).toEqual(judge(claim, facts));
    }),
  );
});

test('however many lines and claims a family files, no limit of the plan year or lifetime is overspent', () => {
  fc.assert(
    fc.property(worlds, fc.array(told, { minLength: 1, maxLength: 5 }), (world, list) => {
      const { accounts } = decidedInTurn(world, list);
      const [version] = world('ada').plans.get('GOLD') ?? [];
      const use = (scope: Partial<Scope>) =>
        tallyOf(
          accounts.values(),
          { person: null, plans: ['GOLD'], benefits: null, period: '2026-01-01', ...scope },
          [],
        ).now;
      const under = (used: number, most: number | null) =>
        most !== null && expect(used).toBeLessThanOrEqual(most);
      for (const { benefit, counted: benefits } of placedIn(world('ada')))
        for (const who of ['ada', 'kid']) {
          const { sharedBy, period, lifetime } = benefit.limits;
          const person = sharedBy === 'family' ? null : who;
          under(use({ person, benefits }).used, period);
          under(use({ person, benefits, period: null }).used, lifetime);
          const { visits, days, units } = use({ person: who, benefits });
          if (benefit.count)
            under({ visits, days, units, sessions: units }[benefit.count.of], benefit.count.most);
          under(use({ person: who, benefits: new Set([benefit.code]) }).deductible, benefit.deductible);
        }
      under(use({ person: 'ada' }).used, version?.rules.overall.person ?? null);
      under(use({}).used, version?.rules.overall.family ?? null);
      under(use({ person: 'kid' }).overallDeductible, version?.rules.deductible ?? null);
    }),
  );
});

test('a visit pays no more than its limit and takes no more than its co-pay', () => {
  fc.assert(
    fc.property(worlds, claims, (world, claim) => {
      const facts = world('ada');
      const { lines } = judge(claim, facts);
      for (const { benefit, counted } of placedIn(facts)) {
        const total = (codes: ReadonlySet<string>, figure: 'approved' | 'coPay') =>
          lines.reduce((sum, each) => sum + (codes.has(each.benefit ?? '') ? each[figure] : 0), 0);
        if (benefit.limits.visit !== null)
          expect(total(counted, 'approved')).toBeLessThanOrEqual(benefit.limits.visit);
        const { flat = null, percent = null, cap = null } = benefit.coPay ?? {};
        const coPay = total(new Set([benefit.code]), 'coPay');
        if (cap !== null) expect(coPay).toBeLessThanOrEqual(cap);
        if (percent === null) expect(coPay).toBeLessThanOrEqual(flat ?? 0);
      }
    }),
  );
});

test('balances after a judgement are what the accounts say once it is approved', () => {
  fc.assert(
    fc.property(worlds, claims, (world, claim) => {
      const facts = granted(world('ada'));
      const judgement = judge(claim, facts);
      const approved = {
        ...facts,
        accounts: filed(facts.accounts, consumptionOf(claim, judgement.lines, facts)),
      };
      const next = judge({ ...claim, id: 99 }, { ...approved, authorizations: new Map() });
      for (const { benefit, sharedBy, usedAfter, leftAfter, count } of judgement.balances) {
        const found = next.balances.find((each) => each.benefit === benefit && each.sharedBy === sharedBy);
        expect(found).toMatchObject({ usedBefore: usedAfter, leftBefore: leftAfter });
        expect(found?.count?.before).toBe(count?.after);
      }
    }),
  );
});

test('eligibility says of every benefit what a claim for it is then judged by', () => {
  fc.assert(
    fc.property(worlds, fc.array(told, { maxLength: 3 }), whoever, (world, list, who) => {
      const { accounts } = decidedInTurn(world, list);
      const facts = { ...world(who), accounts };
      const { benefits, overall } = eligibleOn({ ...facts, currency: 'NGN' }, '2026-06-10');
      for (const { code, not, balance, deductibleLeft } of benefits) {
        const line = { service: code, unitPrice: 1_000_000 };
        const judgement = judge(aClaim({ startDate: '2026-06-10', lines: [line] }), facts);
        const [judged] = judgement.lines;
        expect(judged?.benefit).toBe(code);
        const placed = judged?.findings.filter(({ rule }) => ['waiting', 'person', 'place'].includes(rule));
        expect(not !== null).toBe(placed?.length !== 0);
        if (judged?.verdict === 'REDUCE') expect(judged.deductible).toBe(deductibleLeft);
        const found = judgement.balances.find((each) => each.benefit === code);
        if (balance)
          expect(found).toMatchObject({ usedBefore: balance.usedBefore, leftBefore: balance.leftBefore });
        for (const { sharedBy, leftBefore } of overall)
          expect(
            judgement.balances.find((each) => each.benefit === '*' && each.sharedBy === sharedBy),
          ).toMatchObject({ leftBefore });
      }
    }),
  );
});

test('what a code had reserved is released for what was used of it, never for more', () => {
  fc.assert(
    fc.property(worlds, claims, (world, claim) => {
      const facts = granted(world('ada'));
      const entries = consumptionOf(claim, judge(claim, facts).lines, facts);
      for (const { reserved, reservedUnits, reservedVisits } of usesOf(filed(facts.accounts, entries)))
        for (const figure of [reserved, reservedUnits, reservedVisits])
          expect(figure).toBeGreaterThanOrEqual(0);
    }),
  );
});

const usesOf = (accounts: Accounts) =>
  [...accounts.values()].flatMap(({ people }) =>
    Object.values(people)
      .flatMap((plans) => Object.values(plans))
      .flatMap((benefits) => Object.values(benefits)),
  );

test('reopening a claim returns every account to what it was', () => {
  fc.assert(
    fc.property(worlds, claims, (world, claim) => {
      const facts = granted(world('ada'));
      const entries = consumptionOf(claim, judge(claim, facts).lines, facts);
      const undone = filed(filed(facts.accounts, entries), reversalOf(entries, 1));
      expect(undone).toEqual(facts.accounts);
    }),
  );
});

test('the order of claims that share nothing does not matter', () => {
  fc.assert(
    fc.property(worlds, claims, claims, (world, first, second) => {
      const alone = (who: 'ada' | 'kid'): Facts => {
        const facts = world(who);
        const versions = (facts.plans.get('GOLD') ?? []).map((version) => ({
          ...version,
          rules: {
            ...version.rules,
            overall: { ...version.rules.overall, family: null },
            benefits: version.rules.benefits.map((each) => ({
              ...each,
              limits: { ...each.limits, sharedBy: 'person' as const },
            })),
          },
        }));
        return { ...facts, authorizations: new Map(), plans: new Map([['GOLD', versions]]) };
      };
      const ada = { claim: first, who: 'ada' } as const;
      const kid = { claim: second, who: 'kid' } as const;
      const there = decidedInTurn(alone, [ada, kid]);
      const back = decidedInTurn(alone, [kid, ada]);
      expect(there.judgements[0]).toEqual(back.judgements[1]);
      expect(there.judgements[1]).toEqual(back.judgements[0]);
    }),
  );
});
