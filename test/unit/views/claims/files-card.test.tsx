import { expect, test } from 'vitest';
import { FilesCard } from '../../../../views/claims/files-card.tsx';
import { paths } from '../../../../views/paths.ts';
import { validHtml } from '../validate.tsx';

const file = {
  id: 'f1',
  name: '<b>long</b> name of a scan.pdf',
  kind: 'Invoice',
  type: 'application/pdf',
  size: 1_500_000,
  thumbnail: false,
  at: 1_795_000_000_000,
  from: 'facility',
  by: 'Chi Clerk',
} as const;
const picture = {
  ...file,
  id: 'f2',
  name: 'x-ray.png',
  type: 'image/png',
  size: 900,
  thumbnail: true,
  kind: null,
} as const;
const props = {
  files: [file, picture],
  to: paths.files.staff('meridian', 'CLM-26-000001'),
  zone: 'Africa/Lagos',
  opens: true,
  removable: () => true,
  missing: ['Referral letter'],
  adds: { kinds: ['Invoice', 'Referral letter'], script: '/assets/attach.js' },
} as const;

test('files are listed with what they are, who sent them, and where they open', async () => {
  const html = await validHtml(<FilesCard {...props} />);
  expect(html).toContain('&lt;b>long');
  expect(html).toContain('1.4 MB');
  expect(html).toContain('900 bytes');
  expect(html).toContain('target="_blank"');
  expect(html).toMatch(/Wanted and not there yet:.*Referral letter/s);
});

test('whoever may not look is told how many there are', async () => {
  const html = await validHtml(<FilesCard {...props} opens={null} missing={[]} adds={null} />);
  expect(html).toContain('2 files');
  expect(html).not.toContain('x-ray');
});

test('without files, and without anything to add, there is no card', async () => {
  expect(await validHtml(<FilesCard {...props} files={[]} missing={[]} adds={null} />)).not.toContain(
    'Files',
  );
});
