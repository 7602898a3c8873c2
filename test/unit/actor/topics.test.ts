import { expect, test } from 'vitest';
import type {
  ClaimMoved,
  CountersMoved,
  FacilityClaimMoved,
  MemberMoved,
} from '../../../durable-objects/actor/live-event.ts';
import { topicsOf } from '../../../durable-objects/actor/topics.ts';
import { claimStates } from '../../../schema/domain/claims/claim.ts';
import { memberTopics } from '../../../schema/domain/members/member-news.ts';
import { renderFrames } from '../../../worker/live/frames.tsx';

const told = {
  number: 'CLM-26-000123',
  outcome: null,
  version: 2,
  memberId: 'MER-PALM-00001-P',
  enrolleeName: 'Adunni Adeyemi',
  encounterType: 'outpatient',
  serviceDate: '2026-11-20',
  currency: 'NGN',
  claimed: 1_250_000,
  approved: null,
  submittedAt: 1,
} as const;
const placed = {
  billingMonth: '2026-11',
  clientCode: 'PALM',
  planCode: null,
  isHeld: false,
};
const actions = [
  'SubmitClaim',
  'ReceiveClaim',
  'TakeClaim',
  'ReleaseClaim',
  'QueryClaim',
  'AnswerQuery',
  'ApproveClaim',
  'RejectClaim',
];
const news = ['submitted', 'received', 'taken', 'queried', 'answered', 'approved', 'rejected'] as const;

test('every frame of an event is for one of its topics: whoever looks at it is told', () => {
  const moved = claimStates.flatMap((state) =>
    actions.map(
      (action): ClaimMoved => ({
        kind: 'claim-moved',
        seq: 7,
        at: 1,
        action,
        lease: null,
        claim: {
          ...told,
          ...placed,
          state,
          id: 123,
          facilityId: 'f',
          facilityName: 'Lagoon View',
          dueAt: 2,
          unscoredAt: 3,
        },
      }),
    ),
  );
  const mirrored = claimStates.flatMap((state) =>
    news.map(
      (each): FacilityClaimMoved => ({
        kind: 'facility-claim-moved',
        seq: 7,
        at: 1,
        tenantId: 't1',
        tenantName: 'Meridian',
        news: each,
        claim: { ...told, state, changedAt: 1, draftId: null },
      }),
    ),
  );
  const members = memberTopics.flatMap((topic) =>
    ['asked', 'answered', 'approved'].map(
      (what): MemberMoved => ({ kind: 'member-moved', seq: 7, at: 1, topic, about: 'PA-26-000001', what }),
    ),
  );
  for (const event of [...moved, ...mirrored, ...members])
    for (const { see } of renderFrames(event)) expect(topicsOf(event)).toContain(see);
});

test('the counters are for everyone', () => {
  expect(topicsOf({ kind: 'counters-moved' } as CountersMoved)).toBeNull();
});
