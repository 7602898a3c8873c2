import { expect, test } from 'vitest';
import { toLines } from '../../../examples/synthea/answers.ts';
import { judgedInWords, judgedOf } from '../../../examples/synthea/judged.ts';

const said = (effect: string, code: string | null) => ({ effect, reason: code && { code } });
const lines = toLines({
  lines: [
    { claimed: 100, recommended: { approved: 100 }, findings: [] },
    { claimed: 100, recommended: { approved: 100 }, findings: [said('note', null)] },
    { claimed: 200, recommended: { approved: 0 }, findings: [said('refuse', '96'), said('refuse', '197')] },
    { claimed: 300, recommended: { approved: 250 }, findings: [said('reduce', '45'), said('reduce', '3')] },
    { claimed: 300, recommended: { approved: 260 }, findings: [said('reduce', '3'), said('reduce', '45')] },
    { claimed: 50, recommended: { approved: 40 }, findings: [said('reduce', '3')] },
    { claimed: 70, recommended: null, findings: [] },
  ],
});

test('the first rule that refuses decides a line, and what lowers it together is one row', () => {
  expect(judgedOf(lines)).toEqual({
    full: { lines: 2, approved: 200 },
    refused: [{ reasons: '96', lines: 1, claimed: 200, approved: 0 }],
    reduced: [
      { reasons: '3 + 45', lines: 2, claimed: 600, approved: 510 },
      { reasons: '3', lines: 1, claimed: 50, approved: 40 },
    ],
    unjudged: 1,
  });
});

test('in words, with the name of each reason; one that is not known stands by its number', () => {
  const said = judgedInWords(
    { ...judgedOf(lines), refused: [{ reasons: 'X1', lines: 1, claimed: 5, approved: 0 }] },
    (minor) => `NGN ${minor}`,
    String,
  );
  expect(said).toEqual([
    'Judged: 2 lines are paid in full, NGN 200.',
    'Lines refused, by reason:',
    '      1 × X1: NGN 5 is not paid',
    'Lines reduced, by reason:',
    '      2 × 3 co-pay + 45 above the tariff: NGN 510 of NGN 600 is paid',
    '      1 × 3 co-pay: NGN 40 of NGN 50 is paid',
    'Of 1 lines nothing is said.',
  ]);
});
