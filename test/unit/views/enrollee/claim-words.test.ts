import { expect, test } from 'vitest';
import { seededReasonCodes } from '../../../../schema/domain/claims/reason-codes.ts';
import { explainedCodes, reasonSentence } from '../../../../views/enrollee/claim-words.tsx';

test('every reason that an insurer starts with is told in a plain sentence', () => {
  expect(seededReasonCodes.map(({ code }) => code).filter((code) => !explainedCodes.includes(code))).toEqual(
    [],
  );
  for (const { code } of seededReasonCodes) expect(reasonSentence({ code }, {})).toMatch(/^[A-Z].+\.$/);
});

test('a reason of an insurer’s own is told by its name there', () => {
  expect(reasonSentence({ code: 'X1' }, { X1: 'Seen by the board' })).toBe('Seen by the board.');
  expect(reasonSentence({ code: 'X2' }, {})).toBe('Your insurer gave a reason of its own.');
});
