import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { organisations } from '../../../schema/tables/directory/organisations.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { openDirectory } from '../../../worker/directory/directory.ts';
import { type ListedAsked, listed, listedOne } from '../../../worker/directory/listed.ts';

const directory = await openDirectory(env);
const word = `w${freshId().slice(-8)}`;
const all: ListedAsked = { kind: 'facility', q: '', facilityKind: '', level: '', after: null };

async function put(name: string, profile: Record<string, unknown>, kind: 'facility' | 'tenant' = 'facility') {
  const id = freshId();
  await directory.insert(organisations).values({ kind, id, slug: null, name, state: 'ACTIVE', profile });
  return id;
}
const hill = await put(`Hilltop ${word}`, {
  kind: 'hospital',
  level: 'tertiary',
  city: 'Ibàdàn',
  licence: `OY-${word}-7`,
  latitude: 7.38,
  longitude: 3.93,
});
const river = await put(`riverside ${word}`, { kind: 'clinic', level: 'primary', city: 'Lokoja' });
await put(`Insurer ${word}`, {}, 'tenant');

const found = async (asked: Partial<ListedAsked>, limit = 50) =>
  (await listed(directory, { ...all, q: word, ...asked }, limit)).rows.map(({ id }) => id);

describe('the directory', () => {
  test.each([
    ['a word of the name', { q: `${word} hill` }, [hill]],
    ['the town, without its accents', { q: `${word} ibadan` }, [hill]],
    ['the licence', { q: `OY-${word}-7` }, [hill]],
    ['its kind', { facilityKind: 'clinic' }, [river]],
    ['its level', { level: 'tertiary' }, [hill]],
    ['kind and level together', { facilityKind: 'clinic', level: 'tertiary' }, []],
    ['what is typed like an operator', { q: `${word} OR "` }, []],
  ])('finds by %s', async (_, asked, ids) => {
    expect(await found(asked)).toEqual(ids);
  });

  test('lists by name, great letters and small alike, page by page', async () => {
    const first = await listed(directory, { ...all, q: word }, 1);
    expect(first.rows.map(({ id }) => id)).toEqual([hill]);
    expect(await found({ after: first.next })).toEqual([river]);
    const last = await listed(directory, { ...all, q: word, after: first.next }, 1);
    expect(last.next).toBeNull();
  });

  test('says where a facility is, as far as it has told', async () => {
    const place = async (id: string) => (await listedOne(directory, 'facility', id))?.profile;
    expect(await place(hill)).toMatchObject({ latitude: 7.38, longitude: 3.93 });
    expect(await place(river)).not.toHaveProperty('latitude');
  });

  test('keeps facilities and tenants apart', async () => {
    const tenants = await listed(directory, { ...all, kind: 'tenant', q: word }, 50);
    expect(tenants.rows.map(({ name }) => name)).toEqual([`Insurer ${word}`]);
  });

  test('follows what an organisation tells of itself, and leaves out whoever is suspended', async () => {
    const id = await put(`Old name ${word}x`, { kind: 'dentist' });
    const own = and(eq(organisations.kind, 'facility'), eq(organisations.id, id));
    await directory
      .update(organisations)
      .set({ name: `New name ${word}x` })
      .where(own);
    expect(await found({ q: `old ${word}x` })).toEqual([]);
    expect(await found({ q: `new ${word}x` })).toEqual([id]);
    expect((await listedOne(directory, 'facility', id))?.profile.kind).toBe('dentist');
    await directory.update(organisations).set({ state: 'SUSPENDED' }).where(own);
    expect(await found({ q: `${word}x` })).toEqual([]);
    expect(await listedOne(directory, 'facility', id)).toBeNull();
    await directory.update(organisations).set({ state: 'ACTIVE' }).where(own);
    expect(await found({ q: `${word}x` })).toEqual([id]);
  });

  test.each([
    ['by name', "kind = 'facility' and (name, id) > ('a', 1)", 'listings_by_name'],
    ['by kind', "kind = 'facility' and facility_kind = 'clinic'", 'listings_by_facility_kind'],
    ['by level', "kind = 'facility' and level = 'primary'", 'listings_by_level'],
    ['by both', "kind = 'facility' and facility_kind = 'clinic' and level = 'primary'", 'listings_by_both'],
  ])('is listed %s along an index, without sorting', async (_, where, index) => {
    const { rows } = await connect(env, 'directory').execute(
      `explain query plan select name from listings where ${where} order by name, id limit 51`,
    );
    const plan = rows.map((row) => String(row.detail)).join('; ');
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});
