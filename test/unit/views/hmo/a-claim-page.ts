import { seededReasonCodes } from '../../../../schema/domain/claims/reason-codes.ts';
import { judgedLines } from '../../../../views/hmo/adjudication-card.tsx';
import type { ClaimPageProps } from '../../../../views/hmo/claim-page.tsx';
import type { Desk } from '../../../../views/hmo/decision-card.tsx';
import { noDecision, startsOf } from '../../../../views/hmo/decision-entry.ts';
import { sampleJudgement } from '../claims/judgement-samples.ts';
import { now, reasonNames, sampleClaim } from '../claims/samples.ts';

/** The sample's recommendations by line. */
export const judged = judgedLines(sampleClaim, sampleJudgement);
const starts = startsOf(sampleClaim.lines, judged);

/** What whoever has the claim is shown. */
export const decide: Extract<Desk, { kind: 'decide' }> = {
  kind: 'decide',
  releaseId: 'release-1',
  news: [],
  form: {
    slug: 'meridian',
    number: sampleClaim.number,
    version: 3,
    currency: 'NGN',
    starts,
    recommendation: sampleJudgement.fingerprint,
    overrides: true,
    commandId: 'decide-1',
    back: '/meridian/claims?view=late',
    entry: noDecision,
    errors: {},
    reasons: seededReasonCodes,
    allowed: ['approve', 'query', 'reject'],
    ceiling: 'unlimited',
  },
};

/** The page of a claim that one has. */
export const shown: ClaimPageProps = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  now,
  claim: sampleClaim,
  enrollee: {
    name: sampleClaim.enrolleeName,
    memberId: sampleClaim.memberId,
    clientName: 'Dangote Cement',
    relation: 'principal',
    birthDate: '1988-03-14',
    sex: 'female',
  },
  desk: decide,
  reasonNames,
  clinical: true,
  back: '/meridian/claims',
  takeId: 'next-1',
  judgement: sampleJudgement,
  verdict: { cover: sampleJudgement.cover, planName: 'Gold' },
  recent: [],
  proposal: null,
  reassign: null,
  linksInvestigations: false,
  risk: null,
};
