import type { ComponentProps } from 'preact';
import { expect, test } from 'vitest';
import type { Batch } from '../../../../schema/domain/piles/batch.ts';
import { emptyPile } from '../../../../schema/domain/piles/pile.ts';
import { BatchPage } from '../../../../views/hmo/piles/batch-page.tsx';
import { PilePage } from '../../../../views/hmo/piles/pile-page.tsx';
import { PilesPage } from '../../../../views/hmo/piles/piles-page.tsx';
import { monthWords, shortMonth } from '../../../../views/hmo/piles/words.ts';
import { hostile, longName, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const pile = { facilityId: 'fac-1', month: '2026-11' };
const figures = {
  ...emptyPile,
  claims: 500,
  open: 188,
  queried: 3,
  clean: 120,
  flagged: 4,
  flags: 6,
  passed: 300,
  rejected: 12,
  claimed: 900_000_000,
  recommended: 800_000_000,
  approved: 400_000_000,
  undecided: 300_000_000,
};

const list: ComponentProps<typeof PilesPage> = {
  slug: 'meridian',
  currency: 'NGN',
  now,
  filter: { show: 'open', sort: 'weight', month: '', facility: '', after: '' },
  facilities: { all: [{ id: 'fac-1', name: hostile }] },
  rows: [{ ...pile, ...figures, facilityName: hostile, dueAt: now - 3_600_000 }],
  next: 'cursor',
  risk: true,
};

test('a pile is listed with its progress, amounts, oldest due and flags, each the way to what it counts', async () => {
  const html = await validHtml(<PilesPage {...list} />);
  expect(html).toContain('312 of 500 decided');
  expect(html).toContain('3,000,000.00');
  expect(html).toMatch(/class="late">1 h late/);
  expect(html).toContain('/meridian/piles/fac-1/2026-11?show=flagged');
  expect(html).toContain('/meridian/piles/fac-1/2026-11?show=decided');
});

test('whoever may not see risk sees no flags, and an empty list says what to do', async () => {
  expect(await validHtml(<PilesPage {...list} risk={false} />)).not.toContain('Flags');
  const none = { ...list, rows: [], next: null };
  expect(await validHtml(<PilesPage {...none} />)).toContain('Nothing is open in any pile');
  const typed = {
    ...none,
    facilities: { meant: 'Lagoon' },
    filter: { ...list.filter, show: 'all', month: '2026-10' },
  };
  expect(await validHtml(<PilesPage {...(typed as typeof list)} />)).toContain('No pile stands here');
});

const page: ComponentProps<typeof PilePage> = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  currency: 'NGN',
  now,
  pile,
  facilityName: longName,
  figures,
  dueAt: now + 3_600_000,
  show: 'undecided',
  after: '',
  rows: [
    {
      number: 'CLM-26-000001',
      enrolleeName: hostile,
      claimed: 100_000,
      recommended: 90_000,
      clean: true,
      flags: 0,
      risk: 0,
      held: false,
      dueAt: now,
      state: 'IN_REVIEW',
      outcome: null,
      holder: 'Chinedu Eze',
    },
    {
      number: 'CLM-26-000002',
      enrolleeName: 'Ada',
      claimed: 100_000,
      recommended: null,
      clean: false,
      flags: 2,
      risk: 70,
      held: false,
      dueAt: null,
      state: 'QUERIED',
      outcome: null,
      holder: null,
    },
  ],
  next: '1.2',
  rules: [{ rule: 'duplicate', name: 'Duplicate', open: 6 }],
  vetId: 'vet-1234',
  batchId: 'batch-1234',
  ticked: ['CLM-26-000001'],
  batches: [],
  said: { decided: 'CLM-26-000009', nothing: null, refusal: null },
};

test('a pile page says how far it is, and offers to vet and to decide what is ticked or clean', async () => {
  const html = await validHtml(<PilePage {...page} />);
  expect(html).toContain('312 of 500 decided · 188 open · 3 queried');
  for (const words of [
    'November 2026',
    'Vet next',
    'Review all clean (120)',
    '<b>6</b> Duplicate',
    '2 flags',
  ])
    expect(html).toContain(words);
  expect(html).toMatch(/value="CLM-26-000001" checked/);
  expect(html).toMatch(/value="CLM-26-000002" disabled/);
});

test('whoever only looks finds nothing to press, and no risk where they may not see it', async () => {
  const looked = { ...page, vetId: null, batchId: null, rules: null };
  const html = await validHtml(<PilePage {...looked} />);
  for (const word of ['<button', 'checkbox', 'flags', 'Duplicate']) expect(html).not.toContain(word);
});

const batch: Batch = {
  id: 'batch-12345678',
  ...pile,
  state: 'PREPARED',
  preparedBy: 'ada',
  preparedAt: now,
  gone: 1,
  items: [
    {
      id: 1,
      number: 'CLM-26-000001',
      version: 1,
      claimed: 100_000,
      recommended: 100_000,
      clean: true,
      flags: 0,
      fingerprint: 'x',
    },
    {
      id: 2,
      number: 'CLM-26-000002',
      version: 1,
      claimed: 100_000,
      recommended: 50_000,
      clean: false,
      flags: 0,
      fingerprint: 'y',
    },
    {
      id: 3,
      number: 'CLM-26-000003',
      version: 1,
      claimed: 100_000,
      recommended: 0,
      clean: false,
      flags: 0,
      fingerprint: 'z',
    },
    {
      id: 4,
      number: 'CLM-26-000004',
      version: 1,
      claimed: 100_000,
      recommended: 100_000,
      clean: false,
      flags: 1,
      fingerprint: 'w',
    },
  ],
  decision: null,
  results: [],
};
const rows = batch.items.map((item) => ({ ...item, enrolleeName: hostile, result: null }));
const review: ComponentProps<typeof BatchPage> = {
  risk: true,
  slug: 'meridian',
  currency: 'NGN',
  batch,
  facilityName: longName,
  figures,
  rows,
  after: '',
  next: null,
  form: {
    commandId: 'command-1',
    verbs: ['approve', 'reject'],
    reasons: [],
    entry: { verb: '', reasons: [], sentence: '' },
    errors: { verb: 'Choose to approve or reject.' },
  },
  refusal: null,
};

test('before it is decided a batch says what each claim is recommended and what all come to', async () => {
  const html = await validHtml(<BatchPage {...review} />);
  for (const words of [
    '4,000.00',
    '2,500.00',
    'In part',
    'Nothing payable',
    '1 flag',
    'Choose to approve or reject.',
  ])
    expect(html).toContain(words);
  // who may not see risk is not told of flags here either
  expect(await validHtml(<BatchPage {...review} risk={false} />)).not.toContain('flag');
});

test('afterwards it says what became of each claim, and why one was left', async () => {
  const decision = {
    verb: 'approve',
    reasons: [],
    sentence: null,
    by: 'ada',
    name: 'Ada',
    via: 'session',
    at: now,
  } as const;
  const results: Batch['results'] = [
    { number: 'CLM-26-000001', became: 'decided' },
    { number: 'CLM-26-000002', became: 'proposed' },
    { number: 'CLM-26-000003', became: 'skipped', code: 'lease_held', why: 'Ben Eze is working on it.' },
    { number: 'CLM-26-000004', became: 'decided' },
  ];
  const done = { ...batch, state: 'DECIDED', decision, results } as const;
  const shown = rows.map((row, nth) => ({ ...row, result: results[nth] ?? null }));
  const html = await validHtml(<BatchPage {...review} batch={done} rows={shown} form={null} />);
  for (const words of ['2 approved, 1 proposed, 1 skipped', 'Ben Eze is working on it.', 'Proposed'])
    expect(html).toContain(words);
  const running = { ...done, state: 'DECIDING' } as const;
  expect(await validHtml(<BatchPage {...review} batch={running} form={null} />)).toContain(
    'It is being decided',
  );
  const looked = { ...page, batches: [done] };
  expect(await validHtml(<PilePage {...looked} />)).toContain('4 claims: 2 approved, 1 proposed, 1 skipped');
});

test('months are written out, or short where there is little room', () => {
  expect([monthWords('2026-05'), shortMonth('2026-05'), shortMonth('2026-11')]).toEqual([
    'May 2026',
    'May 2026',
    'Nov 2026',
  ]);
});
