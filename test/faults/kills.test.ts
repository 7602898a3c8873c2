import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyOrganisation } from '../../durable-objects/actor/verify.ts';
import { openDoor } from '../../selfhost/door.ts';
import { compareViews } from '../../selfhost/live-views.ts';
import { type Insurer, openInsurer, sendCommands } from '../support/insurer.ts';
import { type Part, type Product, startProduct } from '../support/product.ts';
import type { Acknowledged } from './caller.ts';
import { type Helpers, startLoad } from './load.ts';
import { verifyCodes, verifyDenials, verifyVisits } from './request-look.ts';
import { requestedServices, shortClocks } from './requests.ts';
import { verifyAboveLimits, verifyFiles, verifyVetting } from './second-look.ts';
import { hireSecondPerson } from './second-person.ts';
import { openUploads } from './uploads.ts';

/** `npm run faults` sets 20; a few keep `npm test` short. */
const kills = Number(process.env.FAULT_KILLS ?? 3);
const callers = 16;
/** commands acknowledged between two kills, so that each kill meets a load that has got going again */
const between = 150;

let product: Product;
let insurer: Insurer;
let helpers: Helpers;

beforeAll(async () => {
  product = await startProduct();
  insurer = await openInsurer(product, { staff: 8, services: requestedServices });
  const settings = { type: 'PutAuthorizationSettings', input: shortClocks } as const;
  await sendCommands(product, insurer.tenant, [{ id: 'clocks', command: settings }]);
  const second = await hireSecondPerson(product, insurer);
  helpers = { second, uploads: await openUploads(product, insurer) };
});
afterAll(() => product?.stop());

const tenantDatabase = () =>
  createClient({
    url: product.databaseUrl.replace('{db}', `tenant-${insurer.tenant.id}`),
    authToken: product.databaseToken,
  });

/** Waits until the load has come so far; an endless wait is ended by the load's own patience. */
async function reaches(
  acknowledged: readonly Acknowledged[],
  count: number,
  failed: Promise<never>,
): Promise<void> {
  while (acknowledged.length < count)
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 5)), failed]);
}

async function killUnderLoad(): Promise<{ acknowledged: readonly Acknowledged[]; unanswered: number }> {
  const load = startLoad(product, insurer, helpers, callers);
  const failed = load.failed;
  for (let nth = 0; nth < kills; nth += 1) {
    await reaches(load.acknowledged, load.acknowledged.length + between, failed);
    const part: Part = nth % 2 === 0 ? 'workerd' : 'libsql';
    await product.signal(part, 'SIGKILL');
  }
  await reaches(load.acknowledged, load.acknowledged.length + between, failed);
  await load.stop();
  return { acknowledged: load.acknowledged, unanswered: load.unanswered() };
}

describe(`${kills} kills of workerd and libSQL under a load of decisions`, () => {
  let acknowledged: readonly Acknowledged[];

  beforeAll(
    async () => {
      const run = await killUnderLoad();
      acknowledged = run.acknowledged;
      expect(run.unanswered).toBeGreaterThan(0);
    },
    30_000 + kills * 20_000,
  );

  test('every acknowledged command is in the journal once, where its caller was told', async () => {
    const client = tenantDatabase();
    const { rows } = await client.execute(
      "select command_id, seq from journal where command_id like 'c%-%-%'",
    );
    client.close();
    const journal = new Map(rows.map((row) => [String(row.command_id), Number(row.seq)]));
    expect(rows.length).toBe(journal.size);
    expect(acknowledged.filter(({ id, seq }) => journal.get(id) !== seq)).toEqual([]);
    // The load sends every command until it is answered: nothing may stand in the journal that nobody was told of.
    expect(journal.size).toBe(acknowledged.length);
  });

  test('no claim was filed twice', async () => {
    const client = tenantDatabase();
    const { rows } = await client.execute('select count(*) n, count(distinct external_id) ids from claims');
    client.close();
    const filed = acknowledged.filter(({ type }) => type === 'SubmitClaim').length;
    expect([Number(rows[0]?.n), Number(rows[0]?.ids)]).toEqual([filed, filed]);
  });

  test('no request was filed twice, and every clock that ran out did so once, whatever was killed', async () => {
    const client = tenantDatabase();
    const filed = acknowledged.filter(({ type }) => type === 'RequestAuthorization').length;
    expect(filed).toBeGreaterThan(0);
    await vi.waitFor(
      async () => {
        const { rows } = await client.execute(
          "select count(*) n from authorizations where next_at is not null and state in ('REQUESTED', 'QUERIED')",
        );
        expect(Number(rows[0]?.n)).toBe(0);
      },
      { timeout: 120_000, interval: 500 },
    );
    const [requests, stages, told] = await client.batch([
      'select count(*) n, count(distinct external_id) ids from authorizations',
      `select subject, value stage, count(*) n from journal, json_each(data, '$.stages')
        where action = 'AdvanceAuthorization' group by 1, 2`,
      "select count(*) n from authorizations where state = 'REQUESTED' and body ->> '$.breach' is null",
    ]);
    client.close();
    expect(Object.values(requests?.rows[0] ?? {}).map(Number)).toEqual([filed, filed]);
    expect(stages?.rows.filter((row) => Number(row.n) !== 1)).toEqual([]);
    expect(stages?.rows.filter((row) => row.stage === 'breach').length).toBeGreaterThan(0);
    expect(Number(told?.rows[0]?.n)).toBe(0);
  }, 150_000);

  test('a decision gave one code, a claim drew on it once, and what was cancelled reserves nothing', () =>
    verifyCodes(tenantDatabase(), acknowledged));

  test(
    'an emergency that was denied from two devices at once was denied once, and its payment is held',
    () => verifyDenials(tenantDatabase(), acknowledged),
    60_000,
  );

  test('whoever was checked in twice is here once', () => verifyVisits(tenantDatabase(), acknowledged));

  test('every batch that was begun is decided, each of its claims once', async () => {
    const client = tenantDatabase();
    const begun = acknowledged.filter(({ type }) => type === 'DecideBatch').length;
    expect(begun).toBeGreaterThan(0);
    await vi.waitFor(
      async () => {
        const { rows } = await client.execute("select count(*) n from batches where state = 'DECIDED'");
        expect(Number(rows[0]?.n)).toBe(begun);
      },
      { timeout: 30_000, interval: 200 },
    );
    const { rows } = await client.execute(
      "select count(*) n, count(distinct subject) claims from journal where action = 'DecideInBatch'",
    );
    client.close();
    expect([Number(rows[0]?.n), Number(rows[0]?.claims)]).toEqual([begun, begun]);
  });

  test('nobody vetted a claim of another, and none of the pile was left out', () =>
    verifyVetting(tenantDatabase(), acknowledged));

  test('what was above a limit was approved by the second person once, or declined, and nothing is left waiting', () =>
    verifyAboveLimits(tenantDatabase(), acknowledged, helpers.second.id));

  test(
    'every file that was taken is there once and opens as it was sent, and no half of one is listed',
    () => verifyFiles(tenantDatabase(), helpers.uploads),
    120_000,
  );

  test('the journals verify', async () => {
    for (const [kind, id] of [
      ['tenant', insurer.tenant.id],
      ['facility', insurer.facilityId],
    ] as const) {
      const client = createClient({
        url: product.databaseUrl.replace('{db}', `${kind}-${id}`),
        authToken: product.databaseToken,
      });
      expect(await verifyOrganisation(kind, client)).toEqual([]);
      client.close();
    }
  });

  test('the facility is told of every claim and request as it stands, however often the telling was cut short', async () => {
    const versions = async (database: string) => {
      const client = createClient({
        url: product.databaseUrl.replace('{db}', database),
        authToken: product.databaseToken,
      });
      const { rows } = await client.execute(
        `select number, state, version from claims
          union all select number, state, version from authorizations order by number`,
      );
      client.close();
      return rows.map((row) => [row.number, row.state, row.version]);
    };
    const told = await versions(`tenant-${insurer.tenant.id}`);
    expect(told.length).toBeGreaterThan(0);
    await vi.waitFor(async () => expect(await versions(`facility-${insurer.facilityId}`)).toEqual(told), {
      timeout: 30_000,
      interval: 200,
    });
  });

  test('the live views equal the rows', async () => {
    for (const { kind, id } of [insurer.tenant, { kind: 'facility', id: insurer.facilityId } as const]) {
      const client = createClient({
        url: product.databaseUrl.replace('{db}', `${kind}-${id}`),
        authToken: product.databaseToken,
      });
      expect(
        await compareViews(
          openDoor({ origin: product.internalOrigin, systemToken: product.systemToken }),
          { kind, id },
          client,
        ),
      ).toEqual([]);
      client.close();
    }
  });
});
