import { expect, test } from 'vitest';
import { evidenceWords } from '../../../../../views/hmo/risk/risk-words.ts';

test('evidence says its dates as everything else does, and its numbers as they are', () => {
  expect(evidenceWords('LAB-152 of 2026-11-17 lies 10 days from that of 2026-11-07 in CLM-26-000146.')).toBe(
    'LAB-152 of 17 Nov 2026 lies 10 days from that of 7 Nov 2026 in CLM-26-000146.',
  );
  expect(evidenceWords('PHA-2026-11-170 is for persons up to 15.')).toBe(
    'PHA-2026-11-170 is for persons up to 15.',
  );
});
