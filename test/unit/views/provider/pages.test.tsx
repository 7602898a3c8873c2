import { expect, test } from 'vitest';
import type { AnswerEntry } from '../../../../views/provider/answer-card.tsx';
import { FacilityClaimPage, type FacilityClaimPageProps } from '../../../../views/provider/claim-page.tsx';
import type { FacilityClaimRow } from '../../../../views/provider/claim-rows.tsx';
import { ClaimsPage } from '../../../../views/provider/claims-page.tsx';
import { DashboardPage } from '../../../../views/provider/dashboard-page.tsx';
import { DraftsPage } from '../../../../views/provider/drafts-page.tsx';
import { hostile, hostileClaim, now, partlyApproved, reasonNames, sampleClaim } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { sampleDraft } from './drafts.ts';

const zone = 'Africa/Lagos';
const row: FacilityClaimRow = {
  tenantId: 't1',
  tenantName: hostile,
  number: 'CLM-26-000001',
  enrolleeName: hostile,
  memberId: 'MER-DANG-00042-P',
  serviceDate: '2026-11-16',
  currency: 'NGN',
  claimed: 5_500_000,
  approved: null,
  submittedAt: now,
  state: 'QUERIED',
  outcome: null,
};
const draft = { id: 'd1', memberId: '', tenantName: null, lines: 0, authorName: hostile, savedAt: now };

test('the list of claims has a tab for every state there is, and pages on by cursor', async () => {
  const html = await validHtml(
    <ClaimsPage
      zone={zone}
      state="QUERIED"
      q=""
      after="x"
      counts={{ QUERIED: 60, APPROVED: 2 }}
      rows={[row]}
      next="1.CLM"
      draftId="d"
    />,
  );
  expect(html).toContain('href="/provider/claims?state=QUERIED&amp;after=1.CLM"');
  expect(html).toContain('id="r-t1-CLM-26-000001"');
  expect(html).not.toContain('Withdrawn');
  expect(html).not.toContain('<img');
});

test.each([
  ['', '', 'No claims yet'],
  ['', 'CLM-26-1', 'Nothing found for'],
  ['REJECTED', '', 'No claim is rejected'],
] as const)('an empty list of claims says why and what to do', async (state, q, words) => {
  const html = await validHtml(
    <ClaimsPage {...{ zone, state, q }} after="" counts={{}} rows={[]} next={null} draftId={null} />,
  );
  expect(html).toContain(words);
});

test('the dashboard begins with the queries to answer', async () => {
  const page = {
    name: hostile,
    zone,
    now,
    counts: { QUERIED: 1 },
    queries: [row],
    today: [],
    drafts: [draft],
    newId: 'n',
  };
  const html = await validHtml(<DashboardPage {...page} />);
  expect(html.indexOf('Queries to answer')).toBeLessThan(html.indexOf('Claims by state'));
  expect(html).toContain('Nothing submitted today');
  expect(html).toContain('No member id yet');
  const quiet = await validHtml(<DashboardPage {...page} queries={[]} drafts={null} newId={null} />);
  expect(quiet).not.toContain('Queries to answer');
  expect(quiet).not.toContain('method="post"');
});

test('drafts can be gone on with or discarded', async () => {
  const html = await validHtml(
    <DraftsPage drafts={[draft]} zone={zone} newId="n" discardIds={{ d1: 'x' }} />,
  );
  expect(html).toContain('action="/provider/drafts/d1/discard"');
  expect(await validHtml(<DraftsPage drafts={[]} zone={zone} newId="n" discardIds={{}} />)).toContain(
    'No drafts',
  );
});

const answer: AnswerEntry = {
  commandId: 'a1',
  text: '',
  lines: sampleDraft.body.lines.map((line) => ({ ...line, line: '1' })),
  corrects: false,
  view: sampleDraft,
};
const claimPage: FacilityClaimPageProps = {
  tenant: { id: 't1', name: 'Meridian Health', zone },
  claim: { ...sampleClaim, state: 'QUERIED' },
  reasonNames,
  answer,
  answerUntil: null,
  steps: { withdrawId: null, replaceId: null },
  back: '/provider/claims',
};

test('a query is shown with its question and a place to answer', async () => {
  const html = await validHtml(<FacilityClaimPage {...claimPage} />);
  expect(html).toContain('Which test was positive?');
  expect(html).toContain('action="/provider/claims/t1/CLM-26-048214/answers"');
});

test('who may not answer reads the question and gets no form', async () => {
  const html = await validHtml(<FacilityClaimPage {...claimPage} answer={null} />);
  expect(html).not.toContain('method="post"');
});

test('a refused answer keeps its text', async () => {
  const view = { ...answer.view, errors: { answer: 'Write the answer.' } };
  const html = await validHtml(
    <FacilityClaimPage
      {...claimPage}
      answer={{ ...answer, text: hostile, view }}
      refusal="It was withdrawn."
    />,
  );
  expect(html).toContain('&lt;img');
  expect(html).toContain('It was withdrawn.');
});

test('a decision shows what is approved, line by line, and why not the rest', async () => {
  const html = await validHtml(<FacilityClaimPage {...claimPage} claim={partlyApproved} answer={null} />);
  expect(html).toContain('22,800.00');
  expect(html).toContain('Too frequent');
  await validHtml(<FacilityClaimPage {...claimPage} claim={hostileClaim} />);
});

test('a query is answered with corrected lines and files, until its day', async () => {
  const claim = {
    ...sampleClaim,
    state: 'QUERIED' as const,
    wanted: ['Prescription', hostile],
    corrections: [{ at: 1, by: hostile, claimed: 1, lines: sampleClaim.lines.slice(1) }],
  };
  const html = await validHtml(
    <FacilityClaimPage
      {...claimPage}
      claim={claim}
      answerUntil={sampleClaim.submittedAt}
      steps={{ withdrawId: 'w1', replaceId: null }}
    />,
  );
  expect(html).toContain('Prescription');
  expect(html).toContain('not added yet');
  expect(html).toContain('name="lines.0.line" value="1"');
  expect(html).toContain('Answer by');
  expect(html).toContain('Corrected lines');
  expect(html).toContain('action="/provider/claims/t1/CLM-26-048214/withdrawals"');
});

test('what was refused can be filed again, and what came of it is named', async () => {
  const rejected = { ...sampleClaim, state: 'REJECTED' as const };
  const steps = { withdrawId: null, replaceId: 'r1' };
  const html = await validHtml(
    <FacilityClaimPage {...claimPage} claim={rejected} answer={null} steps={steps} />,
  );
  expect(html).toContain('action="/provider/claims/t1/CLM-26-048214/replacements"');
  const replaced = {
    ...rejected,
    replacedBy: 'CLM-26-000009',
    replaces: 'CLM-26-000008',
    enteredBy: hostile,
  };
  const named = await validHtml(<FacilityClaimPage {...claimPage} claim={replaced} answer={null} />);
  expect(named).toContain('href="/provider/claims/t1/CLM-26-000009"');
  expect(named).toContain('href="/provider/claims/t1/CLM-26-000008"');
});
