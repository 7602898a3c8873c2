import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eligibleOn } from '../../../../schema/domain/adjudication/eligible-on.ts';
import type { Facts } from '../../../../schema/domain/adjudication/facts.ts';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import type { Judgement, LineJudgement } from '../../../../schema/domain/adjudication/judgement.ts';
import { sentenceOf } from '../../../../schema/domain/adjudication/sentence-of.ts';
import type { LedgerEntry } from '../../../../schema/domain/benefits/account.ts';
import { consumptionOf, type DecidedLine } from '../../../../schema/domain/benefits/consumption.ts';
import { reversalOf } from '../../../../schema/domain/benefits/reversal-of.ts';
import { coverOn } from '../../../../schema/domain/cover/cover-on.ts';
import { planYearOf } from '../../../../schema/domain/cover/plan-year.ts';
import { aPerson, type SomePerson } from './builders.ts';
import { claimOf, factsOf, filed, type Given, type ToldClaim } from './case.ts';

/** What a case says of one line; what it leaves out is not asked. */
interface ThenLine extends Partial<Omit<LineJudgement, 'reasons' | 'findings'>> {
  reasons?: string[];
  /** every sentence, in the order of the rules */
  says?: string[];
}

interface Then {
  lines?: ThenLine[];
  judgement?: Partial<Judgement>;
  /** by benefit; `* family` is the family's overall limit */
  balances?: Record<string, object>;
  /** what the ledger gets, entry by entry */
  entries?: object[];
}

/** One of several claims decided one after the other: approved as recommended unless it says otherwise. */
interface NextClaim extends ToldClaim {
  person?: SomePerson;
  principal?: SomePerson;
  decided?: DecidedLine[];
  /** decided, and then reopened */
  reopened?: boolean;
}

interface Case {
  name: string;
  given?: Given;
  when: {
    claim?: ToldClaim;
    claims?: NextClaim[];
    coverOn?: string;
    planYearOn?: string;
    eligibleOn?: string;
  };
  then: Then & { claims?: Then[]; cover?: object; planYear?: object | null; eligibility?: object };
}

function expectLine(line: LineJudgement | undefined, { reasons, says, ...rest }: ThenLine): void {
  expect(line).toMatchObject(rest);
  if (reasons) expect(line?.reasons.map(({ code, group }) => `${code} ${group}`)).toEqual(reasons);
  if (says) expect(line?.findings.map((finding) => sentenceOf(finding, 'NGN'))).toEqual(says);
}

function expectJudged(judged: Judgement, entries: readonly LedgerEntry[], then: Then): void {
  if (then.lines) expect(judged.lines).toHaveLength(then.lines.length);
  for (const [i, line] of (then.lines ?? []).entries()) expectLine(judged.lines[i], line);
  expect(judged).toMatchObject(then.judgement ?? {});
  for (const [code, figures] of Object.entries(then.balances ?? {})) {
    const [benefit, sharedBy] = code.split(' ');
    const found = judged.balances.find(
      (each) => each.benefit === benefit && (!sharedBy || each.sharedBy === sharedBy),
    );
    expect(found).toMatchObject(figures);
  }
  if (!then.entries) return;
  expect(entries).toHaveLength(then.entries.length);
  for (const [i, each] of then.entries.entries()) expect(entries[i]).toMatchObject(each);
}

/** The parts of every line make up what was claimed, whatever the case is about. */
function judged(told: ToldClaim, facts: Facts): Judgement {
  const claim = claimOf(told);
  const before = structuredClone(claim);
  const judgement = judge(claim, facts);
  expect(claim).toEqual(before);
  for (const [i, line] of judgement.lines.entries())
    expect(line.approved + line.enrolleeShare + line.facilityShare).toBe(claim.lines[i]?.claimed);
  return judgement;
}

const billedIn = ({ lines }: ToldClaim): string[] =>
  lines.map((line) => (typeof line === 'string' ? line : line.service));

function playOne(told: ToldClaim, given: Given, then: Then): void {
  const facts = factsOf(given, billedIn(told));
  const judgement = judged(told, facts);
  expectJudged(judgement, consumptionOf(claimOf(told), judgement.lines, facts), then);
}

function playInTurn(claims: readonly NextClaim[], given: Given, thens: readonly Then[]): void {
  const billed = claims.flatMap(billedIn);
  let { accounts } = factsOf(given, billed);
  for (const [i, { person, principal, decided, reopened, ...told }] of claims.entries()) {
    const base = factsOf(given, billed);
    const household = {
      ...base.household,
      ...(person && { person: aPerson(person) }),
      ...(principal && { principal: aPerson({ id: 'pat', ...principal }) }),
    };
    const facts: Facts = { ...base, household, accounts };
    const claim = { id: 10 + i, ...told };
    const judgement = judged(claim, facts);
    const entries = consumptionOf(claimOf(claim), judgement.lines, facts, decided);
    expectJudged(judgement, entries, thens[i] ?? {});
    accounts = filed(accounts, entries);
    if (reopened) accounts = filed(accounts, reversalOf(entries, 1));
  }
}

function play({ given = {}, when, then }: Case): void {
  if (when.claim) playOne(when.claim, given, then);
  if (when.claims) playInTurn(when.claims, given, then.claims ?? []);
  const facts = factsOf(given, []);
  const { household, facility, plans, accounts } = facts;
  if (when.coverOn) {
    const rulesOf = (plan: string) => plans.get(plan)?.at(-1)?.rules.dependants ?? null;
    expect(coverOn(household, when.coverOn, rulesOf)).toEqual(then.cover);
  }
  if (when.planYearOn) expect(planYearOf(household, when.planYearOn)).toEqual(then.planYear);
  if (when.eligibleOn)
    expect(
      eligibleOn({ household, facility, plans, accounts, currency: 'NGN' }, when.eligibleOn),
    ).toMatchObject(then.eligibility ?? {});
}

const folder = new URL('./cases/', import.meta.url);
for (const file of readdirSync(folder).sort()) {
  const cases: Case[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  describe(file.replace('.json', '').replaceAll('-', ' '), () => {
    test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => play(each));
  });
}

test('there are enough written cases, and no two have one name', () => {
  const names = readdirSync(folder).flatMap((file) => {
    const cases: Case[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    return cases.map(({ name }) => name);
  });
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});
