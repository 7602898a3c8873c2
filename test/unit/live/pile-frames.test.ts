import { expect, test } from 'vitest';
import { topicsOf } from '../../../durable-objects/actor/topics.ts';
import { emptyPile } from '../../../schema/domain/piles/pile.ts';
import { renderFrames } from '../../../worker/live/frames.tsx';

const huge = 999_999_999_999_999;
const event = {
  kind: 'pile-moved',
  seq: 7,
  at: 1,
  pile: { facilityId: '01facility00000000000a', month: '2026-11' },
  currency: 'NGN',
  figures: {
    ...emptyPile,
    claims: 123_456,
    open: 12_345,
    queried: 1_234,
    claimed: huge,
    recommended: huge,
    approved: huge,
    undecided: huge,
  },
} as const;

test('how far a pile is goes to those who look at it, in frames of at most 400 bytes each', () => {
  const frames = renderFrames(event);
  expect([...new Set(frames.map(({ see }) => see))]).toEqual(topicsOf(event));
  for (const { html } of frames) expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(400);
  expect(frames[0]?.html).toContain('111,111 of 123,456 decided · 12,345 open · 1,234 queried');
});
