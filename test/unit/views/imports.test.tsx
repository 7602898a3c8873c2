import { expect, test } from 'vitest';
import { type Import, noOutcomes } from '../../../schema/domain/imports/import.ts';
import { readers } from '../../../schema/imports/readers.ts';
import { ImportPage, type ImportPageProps } from '../../../views/imports/import-page.tsx';
import { ImportsPage } from '../../../views/imports/imports-page.tsx';
import { NewImportPage } from '../../../views/imports/new-import-page.tsx';
import { renderFrames } from '../../../worker/live/frames.tsx';
import { hostile, now } from './claims/samples.ts';
import { validHtml } from './validate.tsx';

const record: Import = {
  id: 'c319651e32546d01c7bce8e618',
  kind: 'enrollees',
  target: null,
  state: 'CHECKED',
  fileName: hostile,
  fileHash: '0'.repeat(64),
  header: ['action', 'external_id'],
  rows: 12_345,
  chunks: 50,
  done: 0,
  rowsDone: 0,
  checked: { created: 12_000, changed: 300, unchanged: 38, refused: 7 },
  applied: noOutcomes,
  groups: { GOLD: 12_000, BASIC: 300 },
  commits: false,
  uploadedBy: { id: 'a', name: hostile },
  uploadedAt: now,
  checkedAt: now,
  committedBy: null,
  committedAt: null,
  finishedAt: null,
  expiresAt: now,
};
const page: ImportPageProps = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  record,
  targetName: null,
  outcome: null,
  rows: [
    { n: 1, line: 2, cells: ['ADD', hostile, ''], outcome: 'created', reasons: [], result: null },
    {
      n: 2,
      line: 3,
      cells: [],
      outcome: 'refused',
      reasons: [
        { column: 'sex', message: 'Choose female or male.' },
        { column: '', message: hostile },
      ],
      result: null,
    },
  ],
  after: 0,
  next: 100,
  commitId: 'commit-1',
  discardId: 'discard-1',
};

test('a checked import says what it would do, by plan too, and asks for a yes or a no', async () => {
  const html = await validHtml(<ImportPage {...page} />);
  expect(html).toContain('Apply 12,300 rows');
  expect(html).toContain('12,000');
  expect(html).toMatch(/GOLD.*12,000/s);
  expect(html).toContain('/rows?outcome=refused');
  expect(html).toContain('outcome=refused"');
  expect(html).not.toContain('<img');
});

test('without a good row there is nothing to apply', async () => {
  const checked = { ...noOutcomes, unchanged: 12_345 };
  const html = await validHtml(<ImportPage {...page} record={{ ...record, checked, groups: {} }} />);
  expect(html).not.toContain('commit-1');
  expect(html).toContain('nothing to apply');
});

test.each(['UPLOADED', 'CHECKING', 'APPLYING'] as const)(
  'while it is %s the page shows how far it is',
  async (state) => {
    const html = await validHtml(
      <ImportPage {...page} record={{ ...record, state, rowsDone: 250, expiresAt: null }} />,
    );
    expect(html).toContain('250 of 12,345 rows');
    expect(html).toContain('id="import-progress"');
    expect(html).not.toContain('commit-1');
  },
);

test.each([
  ['DONE', now, '12,300 rows done.'],
  ['DONE', null, 'Its rows have been deleted.'],
  ['DISCARDED', null, 'nothing of it was done'],
] as const)('an import that is %s says so', async (state, expiresAt, words) => {
  const html = await validHtml(
    <ImportPage {...page} record={{ ...record, state, applied: record.checked, expiresAt }} />,
  );
  expect(html).toContain(words);
  expect(html.includes('Rows by outcome')).toBe(expiresAt !== null);
});

test('the list says what came of each file, and what to do where there is none', async () => {
  const list = {
    slug: 'meridian',
    zone: 'Africa/Lagos',
    kinds: ['enrollees', 'services'],
    isFirst: true,
  } as const;
  const rows = [record, { ...record, id: 'x', state: 'DONE' as const }];
  const html = await validHtml(<ImportsPage {...list} rows={rows} next="x" />);
  expect(html).toContain('after=x');
  expect(html).not.toContain('<img');
  expect(await validHtml(<ImportsPage {...list} rows={[]} next={null} />)).toContain(
    'Nothing has been imported yet',
  );
});

test.each(['enrollees', 'services', 'tariff'] as const)(
  'the columns of %s are explained, and a refused file says why',
  async (kind) => {
    const html = await validHtml(
      <NewImportPage
        slug="meridian"
        kind={kind}
        columns={readers[kind].columns}
        commandId="upload-1"
        errors={{ file: 'The file is empty.' }}
        target={kind === 'tariff' ? { id: 'standard', name: 'standard tariff' } : null}
      />,
    );
    expect(html).toContain(kind === 'tariff' ? 'kind=tariff&amp;tariff=standard' : 'external_id');
    expect(html).toMatch(/<input[^>]*type="file"[^>]*autofocus|autofocus[^>]*type="file"/);
    expect(html).toContain('enctype="multipart/form-data"');
  },
);

test('a frame says how far it is in 400 bytes; at the end the page looks again', () => {
  const moved = (state: Import['state']) =>
    renderFrames({
      kind: 'import-moved',
      seq: 999_999_999,
      at: now,
      tenant: 'a-tenant-with-a-name-of-forty-characters',
      import: { id: record.id, state, rows: 20_000, rowsDone: 19_999 },
    });
  for (const state of ['CHECKING', 'CHECKED', 'APPLYING', 'DONE'] as const)
    for (const { html, see } of moved(state)) {
      expect(see).toBe(`import:${record.id}`);
      expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(400);
      expect(html.includes('hx-trigger="load"')).toBe(state === 'CHECKED' || state === 'DONE');
    }
});
