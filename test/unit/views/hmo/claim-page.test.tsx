import { expect, test } from 'vitest';
import { seededReasonCodes } from '../../../../schema/domain/claims/reason-codes.ts';
import { judgedLines } from '../../../../views/hmo/adjudication-card.tsx';
import { ClaimPage, type ClaimPageProps } from '../../../../views/hmo/claim-page.tsx';
import type { Desk } from '../../../../views/hmo/decision-card.tsx';
import { noDecision, startsOf } from '../../../../views/hmo/decision-entry.ts';
import { judgedLine, judgementOf, sampleJudgement } from '../claims/judgement-samples.ts';
import {
  hostile,
  hostileClaim,
  longName,
  now,
  partlyApproved,
  reasonNames,
  sampleClaim,
} from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const judged = judgedLines(sampleClaim, sampleJudgement);
const starts = startsOf(sampleClaim.lines, judged);
const decide: Extract<Desk, { kind: 'decide' }> = {
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
  },
};

const shown: ClaimPageProps = {
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
};

test('whoever has the claim can approve every line, query or reject, and the form knows what was seen', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  for (const key of ['a', 'q', 'r', 'n']) expect(html).toContain(`aria-keyshortcuts="${key}"`);
  expect(html).toContain('name="version" value="3"');
  expect(html).toContain('name="back" value="/meridian/claims?view=late"');
  expect(html).toMatch(/name="lines\.2\.amount"[^>]*value="12,000.00"/);
  expect(html).toMatch(/name="lines\.3\.quantity"[^>]*value="0"/);
  expect(html).toMatch(/name="lines\.3\.reason"[^>]*value="96"/);
  expect(html).toContain('name="recommendation" value="f1n9e2"');
  expect(html).toContain('name="seen" value="1:1:1500000: 2:2:1200000:45 3:0:0:96"');
  expect(html).toContain('2 d late');
});

test('whoever may only reject and query gets no lines to approve', async () => {
  const form = { ...decide.form, allowed: ['query', 'reject'] as const };
  const html = await validHtml(<ClaimPage {...shown} desk={{ ...decide, form }} />);
  expect(html).not.toContain('lines.2.amount');
  expect(html).not.toContain('value="approve"');
});

test('a claim that nobody has is taken with a button, never by looking', async () => {
  const html = await validHtml(<ClaimPage {...shown} desk={{ kind: 'take', commandId: 'take-1' }} />);
  expect(html).toMatch(/<form[^>]*action="\/meridian\/claims\/CLM-26-048214\/lease"[^>]*method="post"/);
  expect(html).not.toContain('name="outcome"');
});

test('where the tenant looks first, a claim is received before it is taken', async () => {
  const submitted = { ...sampleClaim, state: 'SUBMITTED' as const, dueAt: null };
  const html = await validHtml(
    <ClaimPage {...shown} claim={submitted} desk={{ kind: 'receive', commandId: 'receive-1' }} />,
  );
  expect(html).toContain('action="/meridian/claims/CLM-26-048214/receipts"');
  expect(html).toContain('due <span class="mute">not started</span>');
});

test('while the facility is asked there is nothing to take, and the clock stands', async () => {
  const queried = { ...sampleClaim, state: 'QUERIED' as const };
  const html = await validHtml(
    <ClaimPage {...shown} claim={queried} desk={{ kind: 'take', commandId: 'take-1' }} />,
  );
  expect(html).toContain('clock paused');
  expect(html).not.toContain('/lease');
});

test('a claim that somebody else has says who has it and until when', async () => {
  const html = await validHtml(
    <ClaimPage {...shown} desk={{ kind: 'held', by: hostile, until: now + 600_000 }} />,
  );
  expect(html).toContain('14:15');
  expect(html).not.toContain('<img');
});

test('a role that only looks sees the claim and no button that acts on it', async () => {
  const html = await validHtml(<ClaimPage {...shown} desk={{ kind: 'look' }} takeId={null} />);
  expect(html).not.toContain('method="post"');
});

test('without the permission for clinical detail there is no diagnosis in the page, and nothing that was said of it', async () => {
  const html = await validHtml(<ClaimPage {...shown} clinical={false} />);
  for (const { text } of sampleClaim.conversation) expect(html).not.toContain(text);
  expect(html).toContain(`${sampleClaim.conversation.length} messages, shown to those`);
  expect(html).not.toContain('malaria');
  expect(html).not.toContain('B50.9');
});

test('a refused decision keeps what was typed, says why beside the field and puts the focus there', async () => {
  const entry = { ...noDecision, outcome: 'reject' as const, sentence: 'kept as typed' };
  const errors = { 'reasons.0': 'Choose a reason.' };
  const html = await validHtml(
    <ClaimPage
      {...shown}
      desk={{ ...decide, form: { ...decide.form, entry, errors } }}
      refusal="The claim has changed."
    />,
  );
  expect(html).toContain('kept as typed');
  expect(html).toMatch(/<select[^>]*id="f-reasons-0"[^>]*autofocus/);
  expect(html).toContain('The claim has changed.');
});

test('a decision made shows what was approved of each line and why not the rest', async () => {
  const html = await validHtml(<ClaimPage {...shown} claim={partlyApproved} desk={{ kind: 'look' }} />);
  expect(html).toContain('Approved in part');
  expect(html).toContain('Too frequent');
  expect(html).toContain('22,800.00');
});

test('a hundred lines with names of 120 characters and markup in them are text', async () => {
  const html = await validHtml(<ClaimPage {...shown} claim={hostileClaim} />);
  expect(html).toContain('lines.100.amount');
  expect(html).toContain(longName);
  expect(html).not.toContain('<img');
});

test('a claim without its enrollee is still shown', async () => {
  await validHtml(<ClaimPage {...shown} enrollee={null} />);
});

test('every line says what is recommended, who bears the rest and why, on the one page', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  for (const words of ['Recommended', 'In part', 'Refused', '12,000.00', 'facility 3,600.00', '600.00'])
    expect(html).toContain(words);
  expect(html).toMatch(/<details class="why" open>\s*<summary>45 Above the tariff<\/summary>/);
  expect(html).toContain('Covered');
  expect(html).toMatch(/<bdi>Gold<\/bdi> since/);
});

test('the balances touched stand before and after, as figures and as a bar that says the same', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  for (const words of [
    '200,000.00',
    '100,000.00',
    '5,000.00 reserved',
    '27,000.00',
    '68,000.00',
    '95,000.00 before',
  ])
    expect(html).toContain(words);
  expect(html).toContain('visits: 3 → 4 of 12');
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Out-patient care: 100,000.00 used before/);
});

test('the recommendation is what approving starts from; paying more asks why, out of sight until then', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  expect(html).toContain('27,000.00</b> as recommended');
  expect(html).toMatch(/id="more-2" hidden/);
  expect(html).toMatch(/name="lines\.2\.amount"[^>]*|data-than="12000.00"/);
  const errors = { 'lines.2.override': 'This pays more than recommended: say why in one sentence.' };
  const refused = await validHtml(
    <ClaimPage {...shown} desk={{ ...decide, form: { ...decide.form, errors } }} />,
  );
  expect(refused).not.toMatch(/id="more-2" hidden/);
  expect(refused).toContain('aria-describedby="f-lines-2-override-error"');
});

test('whoever may not override is told so where they would', async () => {
  const form = { ...decide.form, overrides: false };
  const html = await validHtml(<ClaimPage {...shown} desk={{ ...decide, form }} />);
  expect(html).not.toContain('name="lines.2.override"');
  expect(html).toContain('claim.override_line');
});

test('where nothing is recommended to be paid, rejecting starts with the reasons of the lines', async () => {
  const [line] = sampleClaim.lines;
  if (!line) throw new Error('no line');
  const reasons = [{ code: '96', group: 'PR' as const }];
  const none = judgedLine(line, { verdict: 'REFUSE', approvedQuantity: 0, approved: 0, reasons });
  const judgement = judgementOf([none], {
    cover: { covered: false, because: 'terminated', since: '2026-06-30' },
  });
  const claim = { ...sampleClaim, lines: [line] };
  const form = { ...decide.form, starts: startsOf(claim.lines, judgedLines(claim, judgement)) };
  const html = await validHtml(
    <ClaimPage
      {...shown}
      claim={claim}
      judgement={judgement}
      verdict={{ cover: judgement.cover, planName: null }}
      desk={{ ...decide, form }}
    />,
  );
  expect(html).toContain('Nothing is recommended to be paid');
  expect(html).toMatch(/<option value="96" selected>/);
  expect(html).toContain('Not covered');
  expect(html).toContain('cover had ended');
});

test('figures that changed meanwhile are named above the form', async () => {
  const news = ['Line 2: 2 for 15,600.00 is now 2 for 12,000.00 (45).'];
  const html = await validHtml(<ClaimPage {...shown} desk={{ ...decide, news }} />);
  expect(html).toContain('The recommendation has changed meanwhile.');
  expect(html).toContain(news[0]);
});

test('after the decision, recommended and approved stand beside each other, with the words of an override', async () => {
  const lines = partlyApproved.lines.map((line) => ({
    ...line,
    judged: judged.get(line.line) ?? null,
    override: line.line === 2 ? 'Agreed with the facility by phone' : null,
  }));
  const html = await validHtml(
    <ClaimPage {...shown} claim={{ ...partlyApproved, lines }} judgement={null} desk={{ kind: 'look' }} />,
  );
  for (const words of ['12,000.00', '7,800.00', 'Override', 'Agreed with the facility by phone', '27,000.00'])
    expect(html).toContain(words);
});

test('other claims of the person are links; what they were for is shown only where clinical detail may be', async () => {
  const recent = [
    {
      number: 'CLM-26-000007',
      state: 'APPROVED' as const,
      outcome: 'FULL' as const,
      facilityName: longName,
      serviceDate: '2026-10-01',
      encounterType: 'maternity' as const,
      claimed: 100,
      approved: 100,
      diagnosis: 'O80',
    },
  ];
  const html = await validHtml(<ClaimPage {...shown} recent={recent} />);
  expect(html).toContain('href="/meridian/claims/CLM-26-000007"');
  expect(html).toContain('href="/meridian/claims?q=MER-DANG-00042-P"');
  expect(html).toContain('Maternity · O80');
  expect(await validHtml(<ClaimPage {...shown} recent={recent} clinical={false} />)).not.toContain(
    'Maternity',
  );
});

test('a claim approved by the system says by which rule, one sampled that it was', async () => {
  const rule = { rule: 'Small and clean', sampled: false };
  const byRule = {
    ...partlyApproved,
    straightThrough: rule,
    history: [{ at: now, state: 'APPROVED' as const, by: 'Vetra' }],
  };
  const look = { kind: 'look' } as const;
  expect(await validHtml(<ClaimPage {...shown} claim={byRule} desk={look} />)).toContain(
    'by rule <bdi>Small and clean</bdi>',
  );
  const sampled = { ...sampleClaim, straightThrough: { ...rule, sampled: true } };
  expect(await validHtml(<ClaimPage {...shown} claim={sampled} />)).toContain('sampled for a check');
});

test('an approval can be taken back by whoever may, with a reason that is kept when it is refused', async () => {
  const form = {
    slug: 'meridian',
    number: partlyApproved.number,
    version: 5,
    commandId: 'reopen-1',
    back: '/meridian/claims',
    reason: '',
    errors: {},
  };
  const page = { ...shown, claim: partlyApproved, judgement: null };
  const html = await validHtml(<ClaimPage {...page} desk={{ kind: 'reopen', form }} />);
  expect(html).toContain('action="/meridian/claims/CLM-26-048214/reopenings"');
  expect(html).toMatch(/<details>\s*<summary>Reopen this claim/);
  const refused = { ...form, reason: hostile, errors: { reason: 'Keep it shorter.' } };
  const again = await validHtml(<ClaimPage {...page} desk={{ kind: 'reopen', form: refused }} />);
  expect(again).toContain('<details open>');
  expect(again).toContain('&lt;img');
});
