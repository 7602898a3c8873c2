import { expect, test } from 'vitest';
import { ApiKeysPage, type ApiKeysPageProps } from '../../../../views/hmo/api-keys-page.tsx';
import { hostile, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const page: ApiKeysPageProps = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  keys: [],
  scopes: [{ area: 'claim', names: ['claim.create', 'claim.view'] }],
  commandId: 'issue-1',
  entry: { name: '', scopes: [] },
  errors: {},
  docs: '/docs',
};
const key = {
  id: 'k1',
  name: hostile,
  scopes: ['claim.view'],
  createdAt: now,
  revokedAt: null,
  revokeId: 'revoke-1',
};

test('without keys the page says what to do', async () => {
  expect(await validHtml(<ApiKeysPage {...page} />)).toContain('No keys yet');
});

test('a key in use can be revoked, one revoked cannot', async () => {
  const html = await validHtml(<ApiKeysPage {...page} keys={[key, { ...key, id: 'k2', revokedAt: now }]} />);
  expect(html).toContain('action="/meridian/settings/api-keys/k1/revocations"');
  expect(html).not.toContain('/k2/revocations');
  expect(html).not.toContain('<img');
});

test('a secret is shown once, with what to do about it', async () => {
  const html = await validHtml(<ApiKeysPage {...page} made={{ name: hostile, secret: 'vetra_abc' }} />);
  expect(html).toContain('vetra_abc');
  expect(html).toContain('this once');
});

test('a refused key keeps what was chosen and says why', async () => {
  const html = await validHtml(
    <ApiKeysPage
      {...page}
      entry={{ name: 'kept', scopes: ['claim.view'] }}
      errors={{ name: 'Enter the name.', scopes: 'Choose at least one scope.' }}
    />,
  );
  expect(html).toMatch(/value="claim.view"[^>]*checked/);
  expect(html).toContain('value="kept"');
  expect(html).toContain('id="f-scopes-error"');
});
