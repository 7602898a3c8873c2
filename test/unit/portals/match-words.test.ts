import { expect, test } from 'vitest';
import { matchWords, startingWith } from '../../../worker/queries/match-words.ts';

test.each([
  ['malaria', '"malaria"*'],
  ['severe mal', '"severe" AND "mal"*'],
  ['  Type 2   diabetes ', '"Type" AND "2" AND "diabetes"*'],
  ['fièvre é', '"fièvre"'],
])('%j is looked for as %j', (typed, match) => {
  expect(matchWords(typed)).toBe(match);
});

test.each(['', ' ', 'a', '2', '"', '*', '^ - ( )', "' OR 1=1 --".slice(0, 2)])(
  '%j asks for nothing',
  (typed) => {
    expect(matchWords(typed)).toBeNull();
  },
);

test('what could be an operator is a word or nothing', () => {
  expect(matchWords('mal* AND "x" NEAR(fever, 2) -code: {a}')).toBe(
    '"mal" AND "AND" AND "NEAR" AND "fever" AND "2" AND "code"',
  );
});

test('ten words are enough', () => {
  expect(matchWords('word '.repeat(500))?.split(' AND ')).toHaveLength(10);
});

test('a prefix ends before whatever does not begin with it', () => {
  const [from, before] = startingWith('B50');
  expect('B50.9' >= from && 'B50.9' < before).toBe(true);
  expect('B51' < before).toBe(false);
});

test('another spelling is as good', () => {
  const american = (word: string) => word.replace('ae', 'e');
  expect(matchWords('iron anaem', american)).toBe('"iron" AND ("anaem"* OR "anem"*)');
});
