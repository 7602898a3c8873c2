import { expect, test } from 'vitest';
import { remainingWords } from '../../../../schema/domain/piles/remaining.ts';

const none = { queried: 0, held: 0, others: 0, unreceived: 0 };

test('a pile of which nothing is open has nothing left to vet', () => {
  expect(remainingWords(none)).toBe('Nothing is left to vet in this pile.');
});

test('what is open all the same is counted by why it cannot be vetted', () => {
  expect(remainingWords({ queried: 1, held: 1, others: 1, unreceived: 1 })).toBe(
    'Nothing is left to vet in this pile. Of what is open, 1 waits for an answer, 1 is with somebody else, 1 is held by an investigation, 1 is not received yet.',
  );
  expect(remainingWords({ queried: 3, held: 2, others: 4, unreceived: 5 })).toBe(
    'Nothing is left to vet in this pile. Of what is open, 3 wait for an answer, 4 are with somebody else, 2 are held by an investigation, 5 are not received yet.',
  );
});
