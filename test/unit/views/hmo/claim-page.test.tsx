import { expect, test } from 'vitest';
import { ClaimPage } from '../../../../views/hmo/claim-page.tsx';
import { noDecision } from '../../../../views/hmo/decision-entry.ts';
import { hostile, hostileClaim, longName, now, partlyApproved, sampleClaim } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { decide, shown } from './a-claim-page.ts';

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
  const rejection = {
    slug: 'meridian',
    number: sampleClaim.number,
    version: 1,
    commandId: 'reject-1',
    back: '/meridian/claims',
    reasons: [],
    reason: '',
    sentence: '',
    errors: {},
  };
  const html = await validHtml(
    <ClaimPage {...shown} claim={submitted} desk={{ kind: 'receive', commandId: 'receive-1', rejection }} />,
  );
  expect(html).toContain('action="/meridian/claims/CLM-26-048214/receipts"');
  expect(html).toContain('Reject without receiving');
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

test('an answered claim says for whom it waits, and shows what was corrected', async () => {
  const answered = {
    ...sampleClaim,
    state: 'RESUBMITTED' as const,
    enteredBy: 'Amina Bello',
    corrections: [{ at: 1, by: 'Funmi', claimed: 1, lines: sampleClaim.lines.slice(1) }],
  };
  const desk = { kind: 'reserved' as const, by: 'Chidi Eze', until: sampleClaim.submittedAt };
  const html = await validHtml(<ClaimPage {...shown} claim={answered} desk={desk} />);
  expect(html).toContain('It waits for <b><bdi>Chidi Eze</bdi></b>');
  expect(html).toContain('Corrected lines');
  expect(html).toContain('Amina Bello');
});
