import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimPage, claimView } from '../../../schema/api/claim-view.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { anInsurer, ask, coverInFull, file, type Insurer, tenantDoes, tenantKey } from './an-integrator.ts';

let insurer: Insurer;
const numbers: string[] = [];

const list = (query: Record<string, string> = {}) =>
  ask('GET', `/v1/claims?${new URLSearchParams(query)}`, { key: insurer.key });
const numbersOf = (body: { data: { number: string }[] }) => body.data.map((claim) => claim.number);

/** Follows `next` to the end. */
async function walk(query: Record<string, string>, between = async () => {}): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const { status, body } = await list({ ...query, ...(cursor === null ? {} : { cursor }) });
    expect(status).toBe(200);
    found.push(...numbersOf(body));
    cursor = body.next;
    if (cursor === null) return found;
    await between();
  }
}

beforeAll(async () => {
  insurer = await anInsurer();
  await coverInFull(insurer);
  for (let nth = 1; nth <= 9; nth += 1)
    numbers.push(
      await file(insurer.key, {
        externalId: `visit-${nth}`,
        // a visit a day: of two that are the same only one would be paid
        startedAt: `2026-11-0${nth + 1}T09:00:00+01:00`.replace('010T', '10T'),
        facilityExternalId: nth % 3 === 0 ? 'fac-b' : 'fac-a',
      }),
    );
  for (const nth of [2, 3, 6]) {
    const number = numbers[nth - 1] ?? '';
    await tenantDoes(insurer.tenantId, { type: 'TakeClaim', input: { number } });
    await tenantDoes(insurer.tenantId, { type: 'ApproveClaim', input: { number, version: 2 } });
  }
});

const nth = (...which: number[]) => which.map((each) => numbers[each - 1]);

describe('a list of claims', () => {
  test('holds whole claims, oldest first', async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(claimPage.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(numbersOf(body)).toEqual(numbers);
    expect(body.next).toBeNull();
    expect(body.data[0]).toMatchObject({
      externalId: 'visit-1',
      facilityExternalId: 'fac-a',
      facilityName: 'Lagoon Hospital',
      enrolleeExternalId: 'emp-1',
      memberId: 'TST-INDV-00001-P',
      enrolleeName: 'Ngozi Ade',
      serviceDate: '2026-11-02',
      startedAt: '2026-11-02T08:00:00.000Z',
      billingMonth: '2026-11',
      claimed: 1_000_000,
      approved: null,
    });
    expect(body.data[0]?.lines[1]).toEqual({
      line: 2,
      service: 'LAB',
      name: 'Malaria smear',
      serviceDate: '2026-11-02',
      quantity: 2,
      unitPrice: 250_000,
      claimed: 500_000,
      authorization: null,
      approvedQuantity: null,
      approved: null,
      reasons: [],
      enrolleeShare: null,
      facilityShare: null,
      recommended: null,
      findings: [],
    });
  });

  test('shows nothing of the tenant’s own: no ids of its making, no rank, no staff’s lease', async () => {
    const { body } = await list({ limit: '1' });
    const names = Object.keys(body.data[0] ?? {});
    for (const hidden of ['id', 'facilityId', 'enrolleeId', 'rankAt', 'draftId', 'submittedBy', 'decidedBy'])
      expect(names).not.toContain(hidden);
  });

  test.each([1, 2, 4, 9, 200])('is the same page by page of %i', async (limit) => {
    expect(await walk({ limit: String(limit) })).toEqual(numbers);
  });

  test.each<[Record<string, string>, number[]]>([
    [{ state: 'APPROVED' }, [2, 3, 6]],
    [{ state: 'REJECTED' }, []],
    [{ facilityExternalId: 'fac-b' }, [3, 6, 9]],
    [{ facilityExternalId: 'fac-b', state: 'APPROVED' }, [3, 6]],
    [{ facilityExternalId: 'fac-b', state: 'RECEIVED' }, [9]],
    [{ facilityExternalId: 'nowhere' }, []],
    [{ externalId: 'visit-5' }, [5]],
    [{ externalId: 'visit-5', facilityExternalId: 'fac-b' }, []],
    [{ externalId: 'none' }, []],
    [{ submittedAfter: '2020-01-01T00:00:00Z' }, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ submittedBefore: '2020-01-01T00:00:00Z' }, []],
    [{ submittedAfter: '2020-01-01T00:00:00+01:00', state: 'APPROVED', facilityExternalId: 'fac-a' }, [2]],
  ])('with %j', async (query, expected) => {
    expect(await walk({ ...query, limit: '2' })).toEqual(nth(...expected));
  });

  test('narrows to the fields asked for', async () => {
    const { body } = await list({ limit: '1', fields: 'number,claimed' });
    expect(body.data).toEqual([{ number: numbers[0], claimed: 1_000_000 }]);
  });

  test.each<[Record<string, string>, string]>([
    [{ cursor: 'zzzz' }, 'cursor'],
    [{ limit: '201' }, 'limit'],
    [{ state: 'DRAFT' }, 'state'],
    [{ page: '2' }, 'page'],
    [{ tenant: 'Other!' }, 'tenant'],
  ])('refuses %j', async (query, field) => {
    const { status, body } = await list(query);
    expect([status, body.code, body.errors[0]?.field]).toEqual([422, 'invalid', field]);
  });

  test('refuses a cursor of another order, and a name given twice', async () => {
    const { body } = await list({ limit: '1' });
    const other = await list({ cursor: body.next ?? '', submittedAfter: '2020-01-01T00:00:00Z' });
    expect([other.status, other.body.errors[0]?.field]).toEqual([422, 'cursor']);
    const twice = await ask('GET', '/v1/claims?limit=1&limit=2', { key: insurer.key });
    expect(twice.body.errors).toEqual([{ field: 'limit', message: 'Give it once.' }]);
  });

  test('of another tenant is not there, whatever name is given', async () => {
    const stranger = await anInsurer();
    expect((await list({ tenant: stranger.slug })).status).toBe(404);
    const { body } = await ask('GET', '/v1/claims', { key: stranger.key });
    expect(body).toEqual({ data: [], next: null });
  });
});

test('pages do not move while claims are being filed: those come at the end, each once', async () => {
  const filed: string[] = [];
  const between = async () => {
    if (filed.length < 4) filed.push(await file(insurer.key));
  };
  for (const query of [{}, { submittedAfter: '2020-01-01T00:00:00Z' }]) {
    const before = await walk(query);
    filed.length = 0;
    expect(await walk({ ...query, limit: '3' }, between)).toEqual([...before, ...filed]);
    expect(filed.length).toBeGreaterThanOrEqual(3);
  }
});

test('no filter reads the whole table: each has its index', async () => {
  const db = connect(env, `tenant-${insurer.tenantId}`);
  const plan = async (where: string, order = 'id') => {
    const sql = `explain query plan select id from claims where ?1 + ?2 + ?3 is not null and ${where} order by ${order} limit 51`;
    const found = await db.execute({ sql, args: [1, 2, 3] });
    return found.rows.map((row) => String(row.detail)).join('; ');
  };
  const after = 'id > ?1';
  const later = 'submitted_at >= ?2 and (submitted_at, id) > (?2, ?1)';
  expect(await plan(after)).toMatch(/^SEARCH claims USING INTEGER PRIMARY KEY/);
  expect(await plan(`state = ?3 and ${after}`)).toMatch(
    /^SEARCH claims USING COVERING INDEX claims_by_state \(state=\? AND rowid>\?\)$/,
  );
  expect(await plan(`facility_id = ?3 and ${after}`)).toMatch(
    /^SEARCH .* INDEX claims_of_facility \(facility_id=\? AND id>\?\)$/,
  );
  expect(await plan(`external_id = ?3 and ${after}`)).toMatch(
    /^SEARCH .* INDEX claims_external \(external_id=\?/,
  );
  const bySubmission = await plan(`submitted_at >= ?3 and ${later}`, 'submitted_at, id');
  expect(bySubmission).toMatch(/^SEARCH claims USING COVERING INDEX claims_by_submission \(submitted_at>/);
  expect(bySubmission).not.toContain('TEMP B-TREE');
});

test('an open claim read by itself says what is recommended now, a list does not, nor does it without lines', async () => {
  const open = numbers[0] ?? '';
  const { body } = await ask('GET', `/v1/claims/${open}`, { key: insurer.key });
  expect(body).toMatchObject({ state: 'RECEIVED', approved: null });
  expect(claimView.safeParse(body).error?.issues ?? []).toEqual([]);
  expect(body.lines).toMatchObject([{ recommended: { quantity: 1, approved: 500_000 }, approved: null }, {}]);
  const listed = await list({ externalId: 'visit-1' });
  expect(listed.body.data[0]?.lines).toMatchObject([{ recommended: null }, { recommended: null }]);
  const short = await ask('GET', `/v1/claims/${open}?fields=number`, { key: insurer.key });
  expect(short.body).toEqual({ number: open });
});

describe('one claim', () => {
  const show = (number: string, headers: Record<string, string> = {}, query = '') =>
    ask('GET', `/v1/claims/${number}${query}`, { key: insurer.key, headers });

  test('is shown whole, with its version as its ETag', async () => {
    const { status, body, headers } = await show(numbers[1] ?? '');
    expect(status).toBe(200);
    expect(claimView.safeParse(body).error?.issues ?? []).toEqual([]);
    expect(body).toMatchObject({
      number: numbers[1],
      state: 'APPROVED',
      outcome: 'FULL',
      version: 3,
      approved: 1_000_000,
    });
    expect(body.history.map((step) => step.state)).toEqual([
      'SUBMITTED',
      'RECEIVED',
      'IN_REVIEW',
      'APPROVED',
    ]);
    expect(headers.get('etag')).toBe('"3"');
  });

  test('is not sent again while it stands unchanged', async () => {
    const { status, body } = await show(numbers[1] ?? '', { 'if-none-match': '"3"' });
    expect([status, body]).toEqual([304, null]);
    expect((await show(numbers[1] ?? '', { 'if-none-match': '"2"' })).status).toBe(200);
  });

  test('narrows to the fields asked for', async () => {
    expect((await show(numbers[1] ?? '', {}, '?fields=state')).body).toEqual({ state: 'APPROVED' });
  });

  test.each([
    'CLM-26-999999',
    'CLM-99-000001',
    'clm-26-000001',
    '1',
    'CLM-26-000001x',
    '%00',
    '..%2f..',
    'x'.repeat(41),
  ])('%s is not there', async (number) => {
    const { status, body } = await show(number);
    expect([404, 422]).toContain(status);
    expect(JSON.stringify(body)).not.toContain('Ngozi');
  });

  test('of another tenant is not there', async () => {
    const stranger = await anInsurer();
    const { status, body } = await ask('GET', `/v1/claims/${numbers[0]}`, { key: stranger.key });
    expect([status, body.code]).toEqual([404, 'not-found']);
  });
});

test('what is clinical takes a scope of its own', async () => {
  const number = numbers[0] ?? '';
  const clinical = await tenantKey(insurer.tenantId, ['claim.view', 'enrollee.view_clinical']);
  const plain = await tenantKey(insurer.tenantId, ['claim.view']);
  for (const path of [`/v1/claims/${number}`, '/v1/claims?limit=1']) {
    const seen = (await ask('GET', path, { key: clinical })).body;
    expect(seen.data?.[0] ?? seen).toMatchObject({ diagnoses: [{ code: 'B50.9' }], conversation: [] });
    const { body } = await ask('GET', path, { key: plain });
    expect(body.data?.[0] ?? body).toMatchObject({ number, diagnoses: null, conversation: null });
    expect(JSON.stringify(body)).not.toContain('B50');
  }
});
