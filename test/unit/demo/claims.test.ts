import { expect, test } from 'vitest';
import { ageOn, dateIn, daysBetween, momentIn } from '../../../schema/domain/dates.ts';
import { addWorkingHours, defaultCalendar } from '../../../schema/domain/working-time.ts';
import { draftBodyForm } from '../../../schema/forms/draft.ts';
import { submitClaimForm } from '../../../schema/forms/submit-claim.ts';
import { demoClaims } from '../../../selfhost/demo/claims.ts';
import { type DemoClaim, stateOf } from '../../../selfhost/demo/demo-claim.ts';
import { demoDrafts } from '../../../selfhost/demo/drafts.ts';
import { demoEnrollees } from '../../../selfhost/demo/enrollees.ts';
import { demoPeople, demoStaff } from '../../../selfhost/demo/people.ts';

const today = '2026-11-23';
const until = momentIn('Africa/Lagos', `${today}T00:00`);
const claims = demoClaims(today);
const enrollees = new Map(demoEnrollees(today).map((person) => [person.externalId, person]));

const countBy = (of: DemoClaim[]) => {
  const counts: Record<string, number> = {};
  for (const claim of of) counts[stateOf(claim)] = (counts[stateOf(claim)] ?? 0) + 1;
  return counts;
};

test('300 claims, and the form takes every one', () => {
  expect(claims).toHaveLength(300);
  for (const { input } of claims) expect(submitClaimForm.safeParse(input).error?.issues).toBeUndefined();
  expect(new Set(claims.map(({ input }) => input.externalId)).size).toBe(300);
});

test('everything lies in order in the three months before the day of the demo', () => {
  let before = 0;
  for (const { at, input, steps } of claims) {
    expect(at).toBeGreaterThanOrEqual(before);
    before = at;
    const moments = [
      Date.parse(input.startedAt),
      Date.parse(input.endedAt ?? ''),
      at,
      ...steps.map((step) => step.at),
    ];
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(moments.at(-1)).toBeLessThan(until);
    expect(daysBetween(dateIn('Africa/Lagos', Date.parse(input.startedAt)), today)).toBeLessThanOrEqual(90);
  }
});

test.each(['2026-11-23', '2026-11-25', '2026-11-28', '2027-01-01', '2028-02-29'])(
  'on %s there is something of every state',
  (day) => {
    const counts = countBy(demoClaims(day));
    for (const state of ['RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED'])
      expect([state, (counts[state] ?? 0) >= 5]).toEqual([state, true]);
    expect(counts.DECIDED).toBeGreaterThan(170);
  },
);

test('the same claims come out every time, and another day moves them', () => {
  expect(demoClaims(today)).toEqual(claims);
  const [first] = demoClaims('2026-11-30');
  expect(Date.parse(first?.input.startedAt ?? '') - Date.parse(claims[0]?.input.startedAt ?? '')).toBe(
    7 * 86_400_000,
  );
});

test('who comes is covered on the day and of the right age and sex', () => {
  for (const { input } of claims) {
    const person = enrollees.get(input.enrolleeExternalId);
    const date = dateIn('Africa/Lagos', Date.parse(input.startedAt));
    expect(person && person.coverFrom <= date && person.birthDate === input.birthDate).toBe(true);
    if (input.encounterType === 'maternity') {
      expect(person?.sex).toBe('female');
      expect(ageOn(person?.birthDate ?? '', date)).toBeGreaterThanOrEqual(20);
    }
  }
});

test('a decision is taken by the person who took the claim, less than ten minutes later', () => {
  for (const { steps } of claims) {
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1];
      if (step.type === 'TakeClaim' || step.type === 'AnswerQuery') continue;
      expect(before).toMatchObject({ type: 'TakeClaim', by: step.by });
      expect(step.at - (before?.at ?? 0)).toBeLessThan(600_000);
    }
  }
});

test('the insurer decides and asks, the facility of the claim answers, and nobody approves what they filed', () => {
  const insurers = new Set(
    demoPeople
      .filter(({ memberships }) => memberships[0]?.at === 'meridian')
      .map(({ accountId }) => accountId),
  );
  for (const { facility, by, steps } of claims) {
    const billers = new Set(demoStaff(facility, 'billing', 'owner').map(({ accountId }) => accountId));
    expect(billers.has(by)).toBe(true);
    for (const step of steps)
      expect((step.type === 'AnswerQuery' ? billers : insurers).has(step.by)).toBe(true);
  }
});

test('most decisions are as recommended, some pay less, and only the claims manager pays more', () => {
  const managers = new Set(demoStaff('meridian', 'claims-manager').map(({ accountId }) => accountId));
  const decided = claims.flatMap(({ steps }) => steps.filter((step) => step.type === 'DecideClaim'));
  const by = Map.groupBy(decided, ({ leaning }) => leaning.to);
  const times = (to: 'recommended' | 'less' | 'more' | 'rejection') => by.get(to)?.length ?? 0;
  expect(times('recommended')).toBeGreaterThan(decided.length * 0.7);
  for (const to of ['less', 'more', 'rejection'] as const) {
    expect([to, times(to) > 2]).toEqual([to, true]);
    expect(times(to)).toBeLessThan(decided.length * 0.15);
  }
  for (const step of by.get('more') ?? []) expect(managers.has(step.by)).toBe(true);
});

test('four visits were claimed twice, the second time some days later', () => {
  const same = Map.groupBy(claims, ({ input }) => `${input.enrolleeExternalId} ${input.startedAt}`);
  const twice = [...same.values()].filter((those) => those.length > 1);
  expect(twice).toHaveLength(4);
  for (const [first, second] of twice) {
    expect(first?.input.lines).toEqual(second?.input.lines);
    expect((first?.at ?? 0) < (second?.at ?? 0)).toBe(true);
  }
});

test('a few open claims are late, not most', () => {
  const open = claims.filter((claim) => stateOf(claim) === 'RECEIVED');
  const late = open.filter(({ at }) => addWorkingHours(defaultCalendar, at, 72) < until);
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(open.length / 3);
});

test('drafts are as somebody would type them, none of them in the future', () => {
  const drafts = demoDrafts(today);
  expect(drafts).toHaveLength(7);
  for (const { body, enrolleeExternalId } of drafts) {
    expect(draftBodyForm.safeParse(body).success).toBe(true);
    expect(enrollees.get(enrolleeExternalId)?.birthDate).toBe(body.birthDate);
    expect(body.startedAt < today).toBe(true);
  }
});
