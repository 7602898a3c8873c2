import { expect, test } from 'vitest';
import { RequestPage, type RequestPageProps } from '../../../../../views/hmo/authorizations/request-page.tsx';
import { noDecision } from '../../../../../views/hmo/decision-entry.ts';
import { lineOf, requestOf } from '../../../domain/authorizations/sample.ts';
import { hostile, longName, now } from '../../claims/samples.ts';
import { validHtml } from '../../validate.tsx';

const zone = 'Africa/Lagos';
const one = requestOf({ alert: null });
const page: RequestPageProps = {
  slug: 'meridian',
  zone,
  now,
  authorization: one,
  clock: { dueAt: now + 60_000, clock_ms: 3_600_000, stands: false },
  enrollee: null,
  desk: { kind: 'look', why: 'Your role shows requests and does not decide them.' },
  proposal: null,
  reasonNames: { '50': 'Not medically necessary' },
  clinical: true,
  risk: { disposeId: null, said: null },
  linksInvestigations: true,
  judgement: null,
  verdict: null,
  claims: [],
  others: [],
  next: 'PA-26-000002',
  back: '/meridian/authorizations',
};

const form: Extract<RequestPageProps['desk'], { kind: 'decide' }>['form'] = {
  action: '/meridian/authorizations/PA-26-000001/decisions',
  version: 1,
  currency: 'NGN',
  commandId: 'command-1',
  back: '',
  entry: { ...noDecision, validTo: '' },
  errors: {},
  reasons: [{ code: '50', name: 'Not medically necessary', group: 'CO' }],
  allowed: ['approve', 'query', 'reject'],
  notApproving: null,
  starts: new Map([[1, { quantity: 2, amount: 1_000_000, reasons: [] }]]),
  recommendation: 'f1',
  ceiling: 500_000,
  validUntil: '2026-12-10',
  isAppeal: false,
};

test('who decides has the keys of a claim, a field per line, and is told of their limit', async () => {
  const html = await validHtml(
    <RequestPage {...page} desk={{ kind: 'decide', form, news: ['Line 1: …'] }} />,
  );
  for (const words of [
    'aria-keyshortcuts="a"',
    'aria-keyshortcuts="q"',
    'aria-keyshortcuts="r"',
    'aria-keyshortcuts="n"',
    'name="lines.1.amount"',
    'name="validTo"',
    'above it your decision becomes a',
    'The recommendation has changed meanwhile.',
  ])
    expect(html).toContain(words);
});

test('who entered it may ask and reject, and is told why not approve', async () => {
  const own = { ...form, allowed: ['query', 'reject'] as const, notApproving: 'You entered this request.' };
  const html = await validHtml(<RequestPage {...page} desk={{ kind: 'decide', form: own, news: [] }} />);
  expect(html).toContain('You entered this request.');
  expect(html).not.toContain('value="approve"');
  expect(html).not.toContain('name="lines.1.amount"');
});

test('an appeal is overturned or upheld, with what was granted beside the fields', async () => {
  const appealed = requestOf({
    state: 'PARTIALLY_APPROVED',
    approved: 500_000,
    lines: [lineOf({ approvedQuantity: 1, approved: 500_000, reasons: [{ code: '50', group: 'CO' }] })],
    code: 'MER-PA-261126-K7QX2M',
    validFrom: '2026-11-26',
    validTo: '2026-12-10',
    appeals: [
      {
        n: 1,
        state: 'OPEN',
        at: now,
        by: hostile,
        text: longName,
        attachments: [],
        against: 'amina',
        dueAt: now,
        warnedAt: null,
        breachedAt: null,
        decided: null,
      },
    ],
  });
  const desk = { kind: 'decide', form: { ...form, isAppeal: true }, news: [] } as const;
  const html = await validHtml(<RequestPage {...page} authorization={appealed} desk={desk} />);
  for (const words of ['Overturn', 'Uphold', 'granted 1 for', 'Appealed', 'MER-PA-261126-K7QX2M'])
    expect(html).toContain(words);
});

test('a breach, a hold, a telephone call and the enrollee’s answer are said in words', async () => {
  const denied = requestOf({
    breach: { at: now, reference: 'MER-BR-261126-K7QX2M' },
    holds: ['INV-26-0001'],
    entered: { by: 'Chidi Eze', caller: hostile, calledAt: now },
    risk: 80,
    alert: {
      state: 'DENIED',
      at: now,
      to: 'enr-2',
      channels: ['screen', 'push'],
      answered: { at: now, by: 'enr-2', through: 'push', reason: hostile },
      investigation: 'INV-26-0001',
    },
  });
  const html = await validHtml(<RequestPage {...page} authorization={denied} />);
  for (const words of [
    'No answer came in time.',
    'MER-BR-261126-K7QX2M',
    'Payment is held.',
    'Taken by telephone',
    'Not me',
    'the principal, for a minor',
    'Risk 80',
  ])
    expect(html).toContain(words);
  expect(html).not.toContain('<img');
  const covered = await validHtml(
    <RequestPage {...page} authorization={denied} risk={null} clinical={false} linksInvestigations={false} />,
  );
  for (const words of ['Not me', 'Risk 80', 'malaria']) expect(covered).not.toContain(words);
});

test('a proposal says what would be granted and who may not confirm it', async () => {
  const proposed = requestOf({
    proposal: {
      what: 'decision',
      at: now,
      by: 'chidi',
      name: 'Chidi Eze',
      recommendation: 'f1',
      approved: 1_000_000,
      days: null,
      reasons: [],
      lines: [{ line: 1, approvedQuantity: 1, approved: 500_000, reasons: [], override: null }],
      validTo: '2026-12-10',
      sentence: '',
      declined: null,
    },
  });
  const html = await validHtml(
    <RequestPage {...page} authorization={proposed} proposal={{ kind: 'wait', why: 'You proposed it.' }} />,
  );
  for (const words of ['Waits for a second person', 'Chidi Eze', '10,000.00', 'You proposed it.'])
    expect(html).toContain(words);
});
