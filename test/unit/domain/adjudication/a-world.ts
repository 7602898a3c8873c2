import fc from 'fast-check';
import type { ClaimInQuestion, Facts } from '../../../../schema/domain/adjudication/facts.ts';
import type { Benefit } from '../../../../schema/domain/plans/plan.ts';
import { aBenefit, aClaim, aClient, aPerson, aService, aVersion, someFacts } from './builders.ts';

const codes = ['A', 'B', 'C', 'D'] as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
const amount = fc.nat(6000);

const benefit = (i: number): fc.Arbitrary<Benefit> =>
  fc
    .record({
      // Only an earlier benefit, so that they stand within one another and in no circle.
      within: maybe(fc.constantFrom(...codes.slice(0, Math.max(1, i)))),
      limits: fc.record({
        visit: maybe(amount),
        period: maybe(amount),
        lifetime: maybe(amount),
        sharedBy: fc.constantFrom('person' as const, 'family' as const),
      }),
      count: maybe(
        fc.record({
          of: fc.constantFrom('visits' as const, 'days' as const, 'sessions' as const, 'units' as const),
          most: fc.nat(6),
        }),
      ),
      coPay: maybe(
        fc.record({ flat: maybe(fc.nat(900)), percent: maybe(fc.nat(100)), cap: maybe(fc.nat(900)) }),
      ),
      deductible: maybe(fc.nat(900)),
      waitingDays: fc.constantFrom(0, 0, 200),
      where: fc.constantFrom({}, {}, { primaryOnly: true }),
      who: fc.constantFrom({}, {}, { sex: 'male' as const }),
      minDaysBetween: maybe(fc.integer({ min: 1, max: 3 })),
      authorization: fc.constantFrom<Benefit['authorization']>(
        { need: 'never', above: null },
        { need: 'never', above: null },
        { need: 'above', above: 2000 },
      ),
    })
    .map((some) => {
      const code = codes[i] ?? 'A';
      return aBenefit({ code, ...some, within: some.within === code ? null : some.within });
    });

/** A plan of four benefits with every kind of limit. */
const plan = fc.record({
  benefits: fc.tuple(benefit(0), benefit(1), benefit(2), benefit(3)),
  overall: fc.record({ person: maybe(amount), family: maybe(amount) }),
  deductible: maybe(fc.nat(900)),
  onMove: fc.constantFrom('carry used' as const, 'fresh' as const),
});

const line = fc
  .record({
    service: fc.constantFrom(...codes, 'NONE'),
    quantity: fc.integer({ min: 1, max: 4 }),
    unitPrice: fc.nat(2000),
    tariff: maybe(fc.nat(2000)),
    serviceDate: fc.constantFrom('2026-06-01', '2026-06-02', '2026-06-04'),
    isCoded: fc.boolean(),
  })
  .map(({ isCoded, ...some }) => ({ ...some, authorization: isCoded ? 'PA-1' : null }));

/** A claim of up to six lines, in hospital or not. */
export const claims = fc
  .record({
    encounterType: fc.constantFrom('outpatient' as const, 'inpatient' as const),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  })
  .map((some): ClaimInQuestion => aClaim(some));

const people = ['ada', 'kid'] as const;

/** What is known before anybody has claimed anything: a plan, and a code for two services of Ada's. */
export const worlds = plan.map((rules): ((who: (typeof people)[number]) => Facts) => {
  const reserved = { period: '2026-01-01', plan: 'GOLD' };
  const authorized = (['A', 'C'] as const).map((service) => ({
    ...reserved,
    service,
    benefit: service,
    reserved: true,
    quantityLeft: 3,
    amountLeft: 2500,
    visitsLeft: 1,
    under: null,
  }));
  const code = {
    code: 'PA-1',
    enrolleeId: 'ada',
    facilityId: 'clinic',
    validFrom: '2026-06-01',
    validTo: '2026-06-02',
    issuedAt: 0,
    movedOn: null,
    lines: authorized,
  };
  const facts = someFacts({
    plans: new Map([['GOLD', [aVersion('GOLD', 1, '2020-01-01', { ...rules, benefits: [] })]]]),
    services: codes.map((each) => aService(each, { unit: each === 'B' ? 'day' : 'each' })),
    authorizations: new Map([['PA-1', code]]),
  });
  const [version] = facts.plans.get('GOLD') ?? [];
  if (version) version.rules = { ...version.rules, benefits: rules.benefits };
  return (who) => ({
    ...facts,
    household: {
      person: aPerson({ id: who, relation: who === 'ada' ? 'principal' : 'child', birthDate: '2010-01-01' }),
      principal: who === 'ada' ? null : aPerson(),
      client: aClient(),
    },
  });
});

/** Somebody of the family. */
export const whoever = fc.constantFrom(...people);
