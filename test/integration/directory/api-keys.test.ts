import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apiKeys } from '../../../schema/tables/directory/api-keys.ts';
import { organisations } from '../../../schema/tables/directory/organisations.ts';
import { authenticateKey } from '../../../worker/directory/api-keys.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { makeApiKey } from '../../../worker/directory/make-api-key.ts';
import { anOrganisation, type Organisation } from './people.ts';

const directory = await openDirectory(env);

async function issue(organisation: Organisation) {
  const made = makeApiKey();
  await directory.insert(apiKeys).values({
    id: made.id,
    secretHash: made.secretHash,
    kind: organisation.kind,
    organisationId: organisation.id,
    name: 'Claims system',
    scopes: ['claim.view'],
    createdAt: Date.now(),
    createdBy: 'someone',
  });
  return made;
}

describe('a key', () => {
  test('acts for its organisation with its scopes', async () => {
    const tenant = await anOrganisation('tenant');
    const { id, key } = await issue(tenant);
    expect(await authenticateKey(env, key)).toEqual({
      principal: {
        id,
        name: 'Claims system',
        via: 'key',
        organisation: { kind: 'tenant', id: tenant.id },
        permissions: ['claim.view'],
      },
      organisation: { kind: 'tenant', id: tenant.id, slug: tenant.slug, name: tenant.name },
    });
  });

  test('has 32 bytes of chance, of which the directory keeps a hash only', async () => {
    const { id, key } = await issue(await anOrganisation('facility'));
    expect(key).toMatch(new RegExp(`^vk_${id}_[\\w-]{43}$`));
    const [row] = await directory.select().from(apiKeys).where(eq(apiKeys.id, id));
    const secret = key.slice(-43);
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(makeApiKey().key.slice(-43)).not.toBe(makeApiKey().key.slice(-43));
  });

  test('opens nothing once it is revoked, nor while its organisation is suspended', async () => {
    const tenant = await anOrganisation('tenant');
    const [revoked, suspended] = [await issue(tenant), await issue(await anOrganisation('tenant'))];
    await directory.update(apiKeys).set({ revokedAt: 1 }).where(eq(apiKeys.id, revoked.id));
    expect(await authenticateKey(env, revoked.key)).toBeNull();
    const holder = await authenticateKey(env, suspended.key);
    await directory
      .update(organisations)
      .set({ state: 'SUSPENDED' })
      .where(eq(organisations.id, holder?.organisation.id ?? ''));
    expect(await authenticateKey(env, suspended.key)).toBeNull();
  });

  test('is all of its text: another secret, another id, more or less of it opens nothing', async () => {
    const { key } = await issue(await anOrganisation('tenant'));
    const other = makeApiKey();
    const wrong = [
      '',
      'x',
      key.slice(0, -1),
      `${key}A`,
      key.toUpperCase(),
      other.key,
      key.slice(0, -43) + other.key.slice(-43),
    ];
    for (const text of [...wrong, `${key}\n`, ` ${key}`, 'é'.repeat(40), 'x'.repeat(10_000)])
      expect([text.slice(0, 80), await authenticateKey(env, text)]).toEqual([text.slice(0, 80), null]);
  });
});
