import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createClient } from '@libsql/client/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../selfhost/build/places.ts';
import { type Product, startProduct } from '../../support/product.ts';

/** Runs `npm run open` on a data directory, with these arguments. */
async function open(
  dataDir: string,
  args: readonly string[],
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [`${root}selfhost/open-organisation.ts`, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, said: said + complained };
}

const options = (given: Record<string, string>) =>
  Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]);

const harmony = {
  slug: 'harmony',
  name: 'Harmony Health',
  prefix: 'HAR',
  'admin-name': 'Ada Obi',
  'admin-email': 'Ada@Harmony.example',
  'filing-window': 'off',
  'api-key': 'claim.view,network.view',
};
const harbour = {
  name: 'Harbour Clinic',
  kind: 'clinic',
  city: 'Lagos',
  'owner-name': 'Tola Ade',
  'owner-email': 'tola@harbour.example',
  tenant: 'harmony',
  'external-id': 'H-17',
  'api-key': 'facility.claim.view',
};

const passwordIn = (said: string) => /password {2}([a-z0-9]{5}(?:-[a-z0-9]{5}){3}) /.exec(said)?.[1] ?? '';
const keyIn = (said: string) => /^ {2}(vk_\S+)$/m.exec(said)?.[1] ?? '';

describe('a product without the demo', () => {
  let product: Product;
  let tenantSaid: string;
  let facilitySaid: string;

  beforeAll(async () => {
    product = await startProduct();
    const tenant = await open(product.dataDir, ['tenant', ...options(harmony)]);
    expect(tenant.code, tenant.said).toBe(0);
    tenantSaid = tenant.said;
    const facility = await open(product.dataDir, ['facility', ...options(harbour)]);
    expect(facility.code, facility.said).toBe(0);
    facilitySaid = facility.said;
  });
  afterAll(() => product?.stop());

  async function signIn(
    email: string,
    password: string,
  ): Promise<{ status: number; location: string | null }> {
    const { status, headers } = await fetch(new URL('/sign-in', product.origin), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: product.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email, password }),
    });
    return { status, location: headers.get('location') };
  }

  const claimsWith = (key: string) =>
    fetch(new URL('/v1/claims', product.origin), { headers: { 'x-api-key': key } });

  async function rowsOf(database: string, sql: string) {
    const url = product.databaseUrl.replace('{db}', database);
    const client = createClient({ url, authToken: product.databaseToken });
    const { rows } = await client.execute(sql);
    client.close();
    return rows.map((row) => Object.values(row));
  }

  test('says what is open, and where people sign in', () => {
    expect(tenantSaid).toContain('Harmony Health (harmony) is open.\n');
    expect(tenantSaid).toContain(`Ada Obi (admin) signs in at ${product.origin}/sign-in\n`);
    expect(facilitySaid).toContain(
      'Harbour Clinic, Lagos is open.\nIt is linked with Harmony Health (harmony).\n',
    );
  });

  test('the people sign in with what was printed and come to their work', async () => {
    expect(await signIn('ada@harmony.example', passwordIn(tenantSaid))).toMatchObject({
      status: 303,
      location: expect.stringMatching(/\/harmony$/),
    });
    expect(await signIn('tola@harbour.example', passwordIn(facilitySaid))).toMatchObject({
      status: 303,
      location: expect.stringMatching(/\/provider$/),
    });
  });

  test('the keys that were printed open the API', async () => {
    for (const said of [tenantSaid, facilitySaid]) {
      const answer = await claimsWith(keyIn(said));
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ data: [] });
    }
  });

  test('both sides know of the link', async () => {
    const known = await rowsOf('directory', 'select kind, id from organisations order by kind desc');
    const [[, tenantId], [, facilityId]] = known as [string[], string[]];
    expect(await rowsOf(`tenant-${tenantId}`, 'select facility_id, external_id, portal from links')).toEqual([
      [facilityId, 'H-17', 1],
    ]);
    expect(await rowsOf(`facility-${facilityId}`, 'select tenant_id, slug, zone from links')).toEqual([
      [tenantId, 'harmony', 'Africa/Lagos'],
    ]);
  });

  test('run again it changes nothing, and shows no secret', async () => {
    const journals = async () => {
      const known = await rowsOf('directory', 'select kind, id from organisations order by kind');
      return Promise.all(known.map(([kind, id]) => rowsOf(`${kind}-${id}`, 'select max(seq) from journal')));
    };
    const before = await journals();
    const tenant = await open(product.dataDir, ['tenant', ...options({ ...harmony, name: 'Another name' })]);
    const facility = await open(product.dataDir, ['facility', ...options(harbour)]);
    expect(tenant.code, tenant.said).toBe(0);
    expect(facility.code, facility.said).toBe(0);
    expect(await journals()).toEqual(before);
    expect(tenant.said).toContain('Harmony Health (harmony) was open already and stays as it is.\n');
    expect(facility.said).toContain('Harbour Clinic, Lagos was open already and stays as it is.\n');
    for (const { said } of [tenant, facility]) {
      expect(said).toContain('password  the password they have\n');
      expect(said).toContain('The API key "Integration" was made before');
      expect(passwordIn(said) + keyIn(said)).toBe('');
    }
    expect(await signIn('ada@harmony.example', passwordIn(tenantSaid))).toMatchObject({ status: 303 });
    expect((await claimsWith(keyIn(tenantSaid))).status).toBe(200);
  });

  test('somebody who has an account keeps it, and works in both places', async () => {
    const { code, said } = await open(product.dataDir, [
      'facility',
      ...options({
        ...harbour,
        name: 'Hillside Clinic',
        'owner-email': 'ada@harmony.example',
        'external-id': 'H-18',
      }),
    ]);
    expect(code, said).toBe(0);
    expect(said).toContain('Ada Obi (owner) signs in at');
    expect(said).toContain('password  the password they have\n');
    expect(await signIn('ada@harmony.example', passwordIn(tenantSaid))).toMatchObject({
      location: expect.stringMatching(/\/organisations$/),
    });
  });

  test("an id of the tenant's that names another facility is refused, and the next try links what was opened", async () => {
    const lakeside = { ...harbour, name: 'Lakeside Clinic' };
    const { code, said } = await open(product.dataDir, ['facility', ...options(lakeside)]);
    expect(code).toBe(1);
    expect(said).toContain('The id H-17 belongs to Harbour Clinic.');
    const again = await open(product.dataDir, [
      'facility',
      ...options({ ...lakeside, 'external-id': 'H-19' }),
    ]);
    expect(again.code, again.said).toBe(0);
    expect(again.said).toContain('It is linked with Harmony Health (harmony).');
  });

  test('a facility of a tenant that is not there is refused', async () => {
    const { code, said } = await open(product.dataDir, [
      'facility',
      ...options({ ...harbour, tenant: 'nobody' }),
    ]);
    expect(code).toBe(1);
    expect(said).toBe('There is no tenant nobody: open it first.\n');
  });
});

describe('a command line with mistakes', () => {
  test('names each of them, and says how it is asked', async () => {
    const { code, said } = await open('/nowhere', [
      'tenant',
      ...['stray', '--slug', 'Harmony!', '--prefix', 'har', '--admin-name', '--admin-email', 'ada'],
      ...[
        '--zone',
        'Lagos',
        '--filing-window',
        'soon',
        '--api-key',
        'claim.view,claim.eat',
        '--colour',
        'red',
      ],
    ]);
    expect(code).toBe(1);
    const [mistakes, usage] = said.split('\n\n');
    expect(mistakes?.split('\n').sort()).toEqual(
      [
        '"stray" belongs to no option.',
        '--admin-name needs a value.',
        '--colour is not an option.',
        '--slug "Harmony!": Use 2–32 small letters, digits or dashes.',
        '--name is missing.',
        '--prefix "har": Use 2–6 capitals.',
        '--admin-email "ada": Enter an e-mail address.',
        '--zone "Lagos": Name the time zone as Area/City, for example Africa/Lagos.',
        '--filing-window "soon": Give a number of days, or off.',
        '--api-key "claim.view,claim.eat": There is no scope claim.eat.',
      ].sort(),
    );
    expect(usage).toContain('Opens an organisation in the running instance of DATA_DIR.');
  });

  test('without a kind it says which there are', async () => {
    const { code, said } = await open('/nowhere', []);
    expect(code).toBe(1);
    expect(said).toMatch(/^Say what to open: tenant or facility\.\n/);
  });

  test('asked for help it gives it, and nothing else', async () => {
    const { code, said } = await open('/nowhere', ['facility', '--help']);
    expect(code).toBe(0);
    expect(said).toMatch(/^Opens an organisation in the running instance of DATA_DIR\./);
  });

  test('where nothing runs it says so', async () => {
    const { code, said } = await open('/nowhere', ['tenant', ...options(harmony)]);
    expect(code).toBe(1);
    expect(said).toBe('Vetra does not run on /nowhere: start it first, with npm start.\n');
  });
});
