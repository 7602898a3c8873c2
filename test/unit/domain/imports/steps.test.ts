import { expect, test } from 'vitest';
import {
  allRows,
  goodRows,
  type Import,
  isAtWork,
  noOutcomes,
  rows_kept_ms,
  withOutcomes,
} from '../../../../schema/domain/imports/import.ts';
import { applied, arrived, checked, committed, discarded } from '../../../../schema/domain/imports/steps.ts';

const ada = { id: 'ada', name: 'Ada Obi' };
const ben = { id: 'ben', name: 'Ben Eze' };
const uploaded: Import = {
  id: 'import-1',
  kind: 'enrollees',
  target: null,
  state: 'UPLOADED',
  fileName: 'joiners.csv',
  fileHash: '',
  header: [],
  rows: 5,
  chunks: 2,
  done: 0,
  rowsDone: 0,
  checked: noOutcomes,
  applied: noOutcomes,
  groups: {},
  commits: false,
  uploadedBy: ada,
  uploadedAt: 1,
  checkedAt: null,
  committedBy: null,
  committedAt: null,
  finishedAt: null,
  expiresAt: 9,
};
const first = { outcomes: ['created', 'refused', 'created'] as const, groups: ['GOLD', 'GOLD'], at: 10 };
const second = { outcomes: ['unchanged', 'changed'] as const, groups: ['BASIC'], at: 20 };
const arrivedWhole = arrived(arrived(uploaded, 3), 2);

test('portions arrive one by one, and with the last one the dry run begins', () => {
  expect(arrived(uploaded, 3)).toMatchObject({ state: 'UPLOADED', done: 1, rowsDone: 3 });
  expect(arrivedWhole).toMatchObject({ state: 'CHECKING', done: 0, rowsDone: 0 });
});

test('a dry run sums what the rows would do, by group too, and then waits, but not for ever', () => {
  const half = checked(arrivedWhole, first);
  expect(half).toMatchObject({
    state: 'CHECKING',
    done: 1,
    rowsDone: 3,
    groups: { GOLD: 2 },
    checkedAt: null,
  });
  expect(checked(half, second)).toMatchObject({
    state: 'CHECKED',
    rowsDone: 5,
    checked: { created: 2, changed: 1, unchanged: 1, refused: 1 },
    groups: { GOLD: 2, BASIC: 1 },
    checkedAt: 20,
    expiresAt: 20 + rows_kept_ms,
  });
});

test('an import that was sent with its yes goes on in the name of whoever sent it', () => {
  const whole = checked(checked({ ...arrivedWhole, commits: true }, first), second);
  expect(whole).toMatchObject({ state: 'APPLYING', done: 0, rowsDone: 0, committedBy: ada, expiresAt: null });
});

test('applied portion by portion it is done with the last one, and its rows are kept for a while', () => {
  const waiting = checked(checked(arrivedWhole, first), second);
  const half = applied(committed(waiting, ben, 30), ['created', 'refused', 'refused'], 40);
  expect(half).toMatchObject({
    state: 'APPLYING',
    done: 1,
    committedBy: ben,
    committedAt: 30,
    finishedAt: null,
  });
  expect(applied(half, ['unchanged', 'changed'], 50)).toMatchObject({
    state: 'DONE',
    applied: { created: 1, changed: 1, unchanged: 1, refused: 2 },
    finishedAt: 50,
    expiresAt: 50 + rows_kept_ms,
  });
});

test('discarded it is over, and its rows have no time left', () => {
  expect(discarded(uploaded, 7)).toMatchObject({ state: 'DISCARDED', finishedAt: 7, expiresAt: null });
});

test('counts are sums over rows, and an import is at work only while rows are checked or applied', () => {
  const counts = withOutcomes(noOutcomes, ['created', 'changed', 'changed', 'unchanged', 'refused']);
  expect([goodRows(counts), allRows(counts)]).toEqual([3, 5]);
  expect(noOutcomes).toEqual({ created: 0, changed: 0, unchanged: 0, refused: 0 });
  const atWork = (['UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'DONE', 'DISCARDED'] as const).filter(
    (state) => isAtWork({ state }),
  );
  expect(atWork).toEqual(['CHECKING', 'APPLYING']);
});
