import { expect, test } from 'vitest';
import type { Claim } from '../../../../schema/domain/claims/claim.ts';
import type { Proposal } from '../../../../schema/domain/claims/proposal.ts';
import { ClaimPage } from '../../../../views/hmo/claim-page.tsx';
import type { ProposalDesk } from '../../../../views/hmo/proposal-card.tsx';
import { hostile, sampleClaim } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { shown } from './a-claim-page.ts';

const proposal: Proposal = {
  by: 'ben',
  name: hostile,
  at: shown.now,
  recommendation: 'seen',
  lines: [{ line: 1, approvedQuantity: 1, approved: 250_000, reasons: ['50'], override: hostile }],
  sentence: hostile,
  approved: 1_250_000,
  declined: null,
};
const waiting: Claim = { ...sampleClaim, state: 'IN_REVIEW', proposal };
const deciding: ProposalDesk = {
  kind: 'decide',
  confirmId: 'confirm-1',
  declineId: 'decline-1',
  sentence: '',
  errors: {},
  back: '/meridian/claims',
};
const page = (claim: Claim, desk: ProposalDesk | null) =>
  validHtml(
    <ClaimPage {...shown} claim={claim} proposal={desk} desk={{ kind: 'take', commandId: 'take-1' }} />,
  );

test('a second person is shown who proposes what, and the two things they can do; taking it is then the lesser one', async () => {
  const html = await page(waiting, deciding);
  for (const part of ['12,500.00', 'Waits for a second person', '2,500.00', 'reason 50'])
    expect(html).toContain(part);
  expect(html).toContain(`action="/meridian/claims/${sampleClaim.number}/proposal/confirmations"`);
  expect(html).toContain(`action="/meridian/claims/${sampleClaim.number}/proposal/declines"`);
  expect(html.match(/class="primary/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
});

test('a refused sentence stays, with why, and its field open', async () => {
  const html = await page(waiting, { ...deciding, sentence: 'x', errors: { sentence: 'Write more.' } });
  expect(html).toContain('<details open>');
  expect(html).toContain('Write more.');
});

test('whoever may not decide it reads why', async () => {
  const html = await page(waiting, { kind: 'wait', why: 'You proposed this decision.' });
  expect(html).toContain('You proposed this decision.');
  expect(html).toContain('Needs somebody else who may approve');
  expect(html).not.toContain('Confirm: approve it');
});

test('what became of it stays on the claim', async () => {
  const declined = { by: 'meg', name: 'Meg', at: shown.now, sentence: hostile };
  const sentBack = await page({ ...waiting, proposal: { ...proposal, declined } }, null);
  expect(sentBack).toContain('Declined by');
  const plain = { ...proposal, lines: [], sentence: null };
  const approved = await page({ ...sampleClaim, state: 'APPROVED', proposal: plain }, null);
  expect(approved).toContain('Confirmed');
  expect(approved).toContain('Every line as recommended.');
});

test('a manager is offered to give the claim away, and to free it where somebody has it', async () => {
  const reassign = {
    slug: 'meridian',
    number: sampleClaim.number,
    people: [{ accountId: 'ada', name: hostile }],
    holder: null,
    giveId: 'give-1',
    freeId: 'free-1',
    back: '/meridian/claims',
    errors: {},
  };
  const free = await validHtml(<ClaimPage {...shown} reassign={reassign} />);
  expect(free).toContain('Nobody has it now.');
  expect(free).not.toContain('Free it for all');
  const errors = { to: 'Choose somebody.' };
  const held = await validHtml(
    <ClaimPage {...shown} reassign={{ ...reassign, holder: 'Ben Eze', errors }} />,
  );
  expect(held).toContain('Free it for all');
  expect(held).toContain('Choose somebody.');
});
