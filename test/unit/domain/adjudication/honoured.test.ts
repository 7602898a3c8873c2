import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../schema/domain/adjudication/facts.ts';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import { sentenceOf } from '../../../../schema/domain/adjudication/sentence-of.ts';
import { consumptionOf } from '../../../../schema/domain/benefits/consumption.ts';
import { claimOf, factsOf, type Given } from './case.ts';

const on = '2026-06-05';
const always = { need: 'always' as const, above: null };
const scan = { SCAN: { authorization: always } };
type Codes = NonNullable<Given['authorizations']>;

/** A code that was issued at moment 10, with one scan of ₦10 left under GOLD. */
const coded = (own: Partial<Codes[string]> = {}, line: object = {}): Codes => ({
  C: { issuedAt: 10, for: { SCAN: { under: 'GOLD', ...line } }, ...own },
});

function judged({ authorizations = coded(), ...given }: Given, own: { on?: string; service?: string } = {}) {
  const { service = 'SCAN' } = own;
  const claim = claimOf({ lines: [{ service, authorization: 'C', serviceDate: own.on ?? on }] });
  const facts = factsOf({ plan: { benefits: scan }, ...given, authorizations }, ['SCAN', 'XRAY']);
  const judgement = judge(claim, facts);
  return { claim, facts, judgement, line: judgement.lines[0] };
}

const found = ({ line }: ReturnType<typeof judged>) =>
  (line?.findings ?? []).map(({ figures }) => figures.found);
const booked = ({ claim, facts, judgement }: ReturnType<typeof judged>) =>
  consumptionOf(claim, judgement.lines, facts).map(({ kind, plan, period, amount }) => ({
    kind,
    plan,
    period,
    amount,
  }));

const covered = '2026-01-01 ACTIVE';
const ended = (at: number) => [covered, `2026-06-03 TERMINATED ${at}`];

describe('cover that ended', () => {
  test('after the code was issued is honoured under the code, and a person looks at it', () => {
    const one = judged({ person: { cover: ended(11) } });
    expect(one.judgement).toMatchObject({ approved: 1000, clean: false });
    expect(found(one)).toEqual(['honoured']);
    const [note] = one.line?.findings ?? [];
    expect(note && sentenceOf(note, 'NGN')).toBe(
      'Cover no longer held on 5 June 2026, but the authorization C was issued while it did: it is honoured.',
    );
    expect(booked(one)).toEqual([
      { kind: 'CONSUME', plan: 'GOLD', period: '2026-01-01', amount: 1000 },
      { kind: 'RELEASE', plan: 'GOLD', period: '2026-01-01', amount: 1000 },
    ]);
  });

  test('within its days is honoured even where that was known; before the code began it is not', () => {
    expect(judged({ person: { cover: ended(9) } }).judgement.approved).toBe(1000);
    const before = (at: number) => ({ person: { cover: [covered, `2026-05-20 TERMINATED ${at}`] } });
    expect(judged(before(9)).line).toMatchObject({ approved: 0, reasons: [{ code: '27' }] });
    expect(judged(before(11)).judgement.approved).toBe(1000);
  });

  test('is honoured as well where nothing is reserved any more', () => {
    const authorizations = coded({}, { reserved: false });
    expect(booked(judged({ authorizations, person: { cover: ended(11) } }))).toEqual([
      { kind: 'CONSUME', plan: 'GOLD', period: '2026-01-01', amount: 1000 },
    ]);
  });

  test('is honoured by the plan of the day where the code was judged by none', () => {
    const unjudged = { authorizations: coded({}, { under: null }) };
    expect(judged({ ...unjudged, person: { cover: ended(11) } }).judgement.approved).toBe(1000);
  });

  test('is not honoured under a code that is for something else', () => {
    const cover = ended(11);
    for (const own of [
      { enrolleeId: 'somebody' },
      { facilityId: 'elsewhere' },
      { validTo: '2026-06-04' },
      { validFrom: '2026-06-06' },
    ])
      expect(judged({ person: { cover }, authorizations: coded(own) }).judgement.approved).toBe(0);
    expect(judged({ person: { cover } }, { service: 'XRAY' }).judgement.approved).toBe(0);
    expect(judged({ person: { cover }, authorizations: {} }).judgement.approved).toBe(0);
  });

  test('of the principal or the client is honoured alike', () => {
    const dependant = { relation: 'child' as const, birthDate: '2015-01-01' };
    expect(judged({ person: dependant, principal: { cover: ended(11) } }).judgement.approved).toBe(1000);
    const before = [covered, '2026-05-20 TERMINATED 9'];
    expect(judged({ person: dependant, principal: { cover: before } }).judgement.approved).toBe(0);
    expect(judged({ client: { cover: [covered, '2026-06-03 SUSPENDED 11'] } }).judgement.approved).toBe(1000);
  });

  test('with the client’s contract is honoured as it stood when the code began', () => {
    const client = { contracts: [{ from: '2026-01-01', to: '2026-06-02' }] };
    const one = judged({ client });
    expect(found(one)).toEqual(['honoured']);
    expect(booked(one)[0]).toEqual({ kind: 'CONSUME', plan: 'GOLD', period: '2026-01-01', amount: 1000 });
    const before = { contracts: [{ from: '2026-01-01', to: '2026-05-20' }] };
    expect(judged({ client: before }).line).toMatchObject({ approved: 0, reasons: [{ code: '27' }] });
  });

  test('because a child has come of age is honoured: the code was issued before that day', () => {
    const child = { relation: 'child' as const, birthDate: '2005-06-04' };
    const cover = { principal: {}, plan: { benefits: scan, dependants: { childrenUnder: 21 } } };
    expect(judged({ ...cover, person: child }).judgement.approved).toBe(1000);
    expect(judged({ ...cover, person: child, authorizations: {} }).line?.reasons).toMatchObject([
      { code: '32' },
    ]);
    const older = { ...child, birthDate: '2005-05-24' };
    expect(judged({ ...cover, person: older }).judgement.approved).toBe(0);
  });

  test('with a death is not', () => {
    expect(judged({ person: { deathDate: '2026-06-03' } }).judgement.approved).toBe(0);
    expect(judged({ person: { deathDate: '2026-06-03', cover: ended(11) } }).judgement.approved).toBe(0);
  });

  test('where no plan is in force is not: there is nothing to judge by', () => {
    const plans = { GOLD: [{ from: null, benefits: scan }] };
    expect(judged({ plans, person: { cover: ended(11) } }).judgement.approved).toBe(0);
    const client = { contracts: [{ from: '2026-01-01', to: '2026-06-02' }] };
    expect(judged({ plans, client }).judgement.approved).toBe(0);
  });
});

describe('a plan that somebody is no longer on', () => {
  const person = {
    plans: [
      { from: '2026-01-01', plan: 'GOLD' },
      { from: '2026-06-01', plan: 'LEAN' },
    ],
  };
  const plans = { LEAN: [{ benefits: {} }] };

  test('is what a code stands by that was issued under it', () => {
    const one = judged({ person, plans });
    expect(one.judgement).toMatchObject({ approved: 1000, clean: false });
    const [note] = one.line?.findings ?? [];
    expect(note && sentenceOf(note, 'NGN')).toBe(
      'Judged by the plan GOLD, under which the authorization C was issued.',
    );
    expect(booked(one)[0]).toMatchObject({ plan: 'GOLD' });
    expect(found(judged({ person, plans }, { on: '2026-05-31' }))).toEqual([]);
  });

  test('is so no longer once the code was judged again, but for the days before', () => {
    const again = { movedOn: '2026-06-05' };
    const stands = (line: object) => ({ person, plans, authorizations: coded(again, line) });
    expect(judged(stands({ under: 'LEAN' })).line).toMatchObject({ approved: 0, reasons: [{ code: '96' }] });
    const earlier = [{ to: '2026-06-04', under: 'GOLD', quantityLeft: 1, amountLeft: 1000 }];
    const lowered = stands({ under: 'LEAN', earlier });
    expect(judged(lowered, { on: '2026-06-04' }).judgement.approved).toBe(1000);
    expect(judged(lowered).judgement.approved).toBe(0);
    // Not lowered: the plan of the day covers as much.
    expect(judged(stands({ under: 'GOLD' }), { on: '2026-06-04' }).judgement.approved).toBe(0);
  });

  test('is not where the code was judged by no plan, or by one that is not known', () => {
    for (const under of [null, 'GONE'])
      expect(judged({ person, plans, authorizations: coded({}, { under }) }).judgement.approved).toBe(0);
  });

  test('stands for each line by itself', () => {
    const facts: Facts = factsOf({ person, plan: { benefits: scan }, plans, authorizations: coded() }, [
      'SCAN',
      'XRAY',
    ]);
    const lines = [
      { service: 'SCAN', authorization: 'C', serviceDate: on },
      { service: 'XRAY', serviceDate: on },
      { service: 'SCAN', authorization: 'C', serviceDate: on },
    ];
    expect(judge(claimOf({ lines }), facts).lines.map(({ approved }) => approved)).toEqual([1000, 0, 0]);
  });
});
