import { describe, expect, test } from 'vitest';
import type { CoverStep } from '../../../../schema/domain/cover/cover.ts';
import { type CoverVerb, changeCover } from '../../../../schema/domain/members/cover-change.ts';
import { coverSteps } from '../../../../schema/domain/members/cover-dates.ts';
import { restatedCover } from '../../../../schema/domain/members/cover-restated.ts';
import { at, step, today } from './samples.ts';

const active = [step('2026-01-01', 'ACTIVE')];
const suspended = [...active, step('2026-11-10', 'SUSPENDED')];

function change(steps: readonly CoverStep[], verb: CoverVerb, from: string): string | [string, string][] {
  const after = changeCover(steps, { change: verb, from, reason: 'Because' }, { today, at });
  return 'field' in after ? after.message : after.map((each) => [each.from, each.state]);
}

describe('a suspension', () => {
  test('holds from its day on, until it is reinstated', () => {
    expect(change(active, 'suspend', today)).toEqual([
      ['2026-01-01', 'ACTIVE'],
      [today, 'SUSPENDED'],
    ]);
    expect(change(suspended, 'reinstate', '2026-12-01')).toEqual([
      ['2026-01-01', 'ACTIVE'],
      ['2026-11-10', 'SUSPENDED'],
      ['2026-12-01', 'ACTIVE'],
    ]);
  });

  test('keeps a planned end, and is taken back on its own day', () => {
    const ending = [...active, step('2027-01-01', 'TERMINATED')];
    expect(change(ending, 'suspend', today)).toEqual([
      ['2026-01-01', 'ACTIVE'],
      [today, 'SUSPENDED'],
      ['2027-01-01', 'TERMINATED'],
    ]);
    expect(change(suspended, 'reinstate', '2026-11-10')).toEqual([['2026-01-01', 'ACTIVE']]);
  });

  test('is refused where there is one, before cover begins, after its end, and before a later change', () => {
    expect(change(suspended, 'suspend', today)).toBe('It is suspended from 2026-11-10 already.');
    expect(change([step('2026-12-01', 'ACTIVE')], 'suspend', today)).toMatch(/begins on 2026-12-01/);
    expect(change([...active, step('2026-11-01', 'TERMINATED')], 'suspend', today)).toBe(
      'It ended on 2026-11-01.',
    );
    const planned = [...active, step('2026-12-10', 'SUSPENDED')];
    expect(change(planned, 'suspend', today)).toMatch(/changed from 2026-12-10/);
    expect(change(active, 'suspend', '2026-10-25')).toMatch(/At most 30 days back/);
  });
});

describe('a reinstatement', () => {
  test('is refused where nothing is suspended, and says when a planned change can be taken back', () => {
    expect(change(active, 'reinstate', today)).toMatch(/nothing to reinstate/);
    const planned = [...active, step('2026-12-10', 'SUSPENDED')];
    expect(change(planned, 'reinstate', today)).toMatch(/until 2026-12-10/);
    expect(change(planned, 'reinstate', '2026-12-10')).toEqual([['2026-01-01', 'ACTIVE']]);
  });

  test('takes an end back on its own day only, thirty days long', () => {
    const ended = [...active, step('2026-11-20', 'TERMINATED')];
    expect(change(ended, 'reinstate', '2026-11-20')).toEqual([['2026-01-01', 'ACTIVE']]);
    expect(change(ended, 'reinstate', today)).toMatch(/take that back on its own day/);
    const long = [...active, step('2026-09-01', 'TERMINATED')];
    expect(change(long, 'reinstate', '2026-09-01')).toMatch(/At most 30 days back/);
  });
});

describe('an end', () => {
  test('takes away what was planned after it', () => {
    const planned = [...active, step('2026-12-10', 'SUSPENDED')];
    expect(change(planned, 'terminate', '2026-12-01')).toEqual([
      ['2026-01-01', 'ACTIVE'],
      ['2026-12-01', 'TERMINATED'],
    ]);
    expect(change(active, 'terminate', '2026-01-01')).toMatch(/30 days/);
  });

  test('can lie on the first day: there never was cover', () => {
    expect(change([step(today, 'ACTIVE')], 'terminate', today)).toEqual([[today, 'TERMINATED']]);
  });

  test('that is to come can be moved, one that is past cannot', () => {
    const to = (from: string) => [...active, step(from, 'TERMINATED')];
    expect(change(to('2027-01-01'), 'terminate', '2026-12-15')).toEqual([
      ['2026-01-01', 'ACTIVE'],
      ['2026-12-15', 'TERMINATED'],
    ]);
    expect(change(to('2026-12-15'), 'terminate', '2026-12-15')).toMatch(/already/);
    expect(change(to('2026-11-20'), 'terminate', today)).toBe('It ended on 2026-11-20.');
  });
});

describe('cover that is stated anew', () => {
  const stated = (steps: readonly CoverStep[], coverFrom: string, coverTo?: string, may = true) => {
    const after = restatedCover(steps, { coverFrom, coverTo }, { today, at, may: () => may });
    return 'field' in after ? [after.field, after.message] : after.map(({ from, state }) => [from, state]);
  };

  test('is as it was where nothing differs', () => {
    expect(stated(active, '2026-01-01', undefined, false)).toEqual([['2026-01-01', 'ACTIVE']]);
    const ending = coverSteps('2026-01-01', '2026-12-31', 0);
    expect(stated(ending, '2026-01-01', '2026-12-31', false)).toHaveLength(2);
  });

  test('begins on another day, at most thirty days back', () => {
    expect(stated([step('2026-11-20', 'ACTIVE')], '2026-11-01')).toEqual([['2026-11-01', 'ACTIVE']]);
    expect(stated(active, '2026-02-01')[0]).toBe('coverFrom');
    expect(stated([step('2026-11-20', 'ACTIVE'), step('2026-11-22', 'SUSPENDED')], '2026-11-23')).toEqual([
      'coverFrom',
      'Their cover was changed on 2026-11-22: begin before that.',
    ]);
  });

  test('ends on another day only for who may end covers', () => {
    expect(stated(active, '2026-01-01', '2026-12-31')).toContainEqual(['2027-01-01', 'TERMINATED']);
    expect(stated(active, '2026-01-01', '2026-12-31', false)[0]).toBe('coverTo');
    expect(stated(active, '2026-01-01', '2026-09-30')[0]).toBe('coverTo');
    const ending = coverSteps('2026-01-01', '2026-12-31', 0);
    expect(stated(ending, '2026-01-01', '2027-01-31')).toContainEqual(['2027-02-01', 'TERMINATED']);
  });

  test('loses a stated end that is left out, but keeps a termination, and what is long past', () => {
    expect(stated(coverSteps('2026-01-01', '2026-12-31', 0), '2026-01-01')).toEqual([
      ['2026-01-01', 'ACTIVE'],
    ]);
    expect(stated([...active, step('2027-01-01', 'TERMINATED', 'Left')], '2026-01-01')).toHaveLength(2);
    expect(stated(coverSteps('2026-01-01', '2026-06-30', 0), '2026-01-01')).toHaveLength(2);
  });
});
