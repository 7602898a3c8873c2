import type { NotCoveredBecause } from '../../schema/domain/cover/cover.ts';

/** Why somebody is not covered, in words that go on from *Not covered:*. */
export const notCoveredWords: Readonly<Record<NotCoveredBecause, string>> = {
  'not begun': 'cover had not begun',
  suspended: 'cover was suspended',
  terminated: 'cover had ended',
  deceased: 'the person had died',
  'principal not covered': 'the principal was not covered',
  'client not covered': 'the client was not covered',
  'contract ended': "the client's contract had ended",
  'no plan': 'no plan was assigned',
  'dependant not allowed': 'the plan does not cover this dependant',
};
