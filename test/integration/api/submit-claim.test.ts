import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimReceipt } from '../../../schema/api/claim-view.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { aClaim, anInsurer, ask, file, type Insurer, tenantKey } from './an-integrator.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await anInsurer();
});

const post = (idempotencyKey: string, body: unknown, key = insurer.key) =>
  ask('POST', '/v1/claims', { key, idempotencyKey, body });

const rows = async () => {
  const found = await connect(env, `tenant-${insurer.tenantId}`).execute(
    'select (select count(*) from claims) as claims, (select count(*) from journal) as entries',
  );
  return { claims: Number(found.rows[0]?.claims), entries: Number(found.rows[0]?.entries) };
};

describe('filing a claim', () => {
  test('answers 201 with its number, where it is, and what it asks for', async () => {
    const { status, body, headers } = await post('first', aClaim({ externalId: 'visit-1' }));
    expect(status).toBe(201);
    expect(claimReceipt.parse(body)).toEqual({
      number: expect.stringMatching(/^CLM-\d\d-\d{6}$/),
      externalId: 'visit-1',
      state: 'RECEIVED',
      version: 1,
      currency: 'NGN',
      claimed: 1_000_000,
    });
    expect(headers.get('location')).toBe(`/v1/claims/${body.number}`);
    expect(headers.get('etag')).toBe('"1"');
  });

  test('by member id is the same as by external id', async () => {
    const { enrolleeExternalId, ...rest } = aClaim();
    expect((await post('by-member', { ...rest, memberId: 'TST-INDV-00001-P' })).status).toBe(201);
  });

  test('refuses what business rules refuse, with the field and the reason code', async () => {
    const before = await rows();
    const { status, body } = await post('refused', {
      ...aClaim({ birthDate: '1990-05-18', facilityExternalId: 'nowhere' }),
      currency: 'USD',
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'invalid', status: 422 });
    expect(body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'facilityExternalId', reason: 'B7' }),
        expect.objectContaining({ field: 'birthDate', reason: '140' }),
        expect.objectContaining({ field: 'currency' }),
      ]),
    );
    expect(await rows()).toEqual(before);
  });

  test('a facility that is not named is asked for', async () => {
    const { facilityExternalId, ...rest } = aClaim();
    const { status, body } = await post('nameless', rest);
    expect([status, body.errors[0]?.field]).toEqual([422, 'facilityExternalId']);
  });

  test('an external id is the facility’s once, and another facility’s again', async () => {
    await file(insurer.key, { externalId: 'twice' });
    const again = await post('twice-again', aClaim({ externalId: 'twice' }));
    expect(again.status).toBe(422);
    expect(again.body.errors).toEqual([expect.objectContaining({ field: 'externalId', reason: '18' })]);
    expect((await post('twice-b', aClaim({ externalId: 'twice', facilityExternalId: 'fac-b' }))).status).toBe(
      201,
    );
  });

  test('what is the portal’s own cannot be sent', async () => {
    const { body } = await post('draft', { ...aClaim(), draftId: 'x' });
    expect(body.errors).toEqual([{ field: 'draftId', message: 'There is no such field; leave it out.' }]);
  });
});

describe('an Idempotency-Key', () => {
  test('with the same body gives the recorded answer, and nothing is written', async () => {
    const first = await post('again', aClaim());
    const before = await rows();
    const second = await post('again', aClaim());
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(await rows()).toEqual(before);
  });

  test('says the same body even if it is written otherwise, and defaults are spelt out', async () => {
    const first = await post('written', aClaim());
    const { total, currency, ...rest } = aClaim({ accident: false });
    const second = await post('written', { total, currency, ...rest, startedAt: rest.startedAt });
    expect([second.status, second.body.number]).toEqual([200, first.body.number]);
  });

  test('with another body is refused, and nothing is done', async () => {
    await post('other', aClaim());
    const before = await rows();
    const { status, body } = await post('other', aClaim({ practitionerName: 'Dr Musa' }));
    expect([status, body.code]).toEqual([409, 'idempotency-key-reused']);
    expect(await rows()).toEqual(before);
  });

  test('sent many times at once does it once', async () => {
    const before = await rows();
    const answers = await Promise.all(Array.from({ length: 12 }, () => post('storm', aClaim())));
    expect(answers.map((each) => each.status).toSorted()).toEqual([...new Array(11).fill(200), 201]);
    expect(new Set(answers.map((each) => each.body.number)).size).toBe(1);
    expect((await rows()).claims).toBe(before.claims + 1);
  });

  test('belongs to one API key: another’s is another claim', async () => {
    const other = await tenantKey(insurer.tenantId);
    const [mine, theirs] = [await post('shared', aClaim()), await post('shared', aClaim(), other)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(mine.body.number).not.toBe(theirs.body.number);
  });

  test('of a refused claim can be used again for the corrected one', async () => {
    expect((await post('corrected', aClaim({ birthDate: '1990-05-18' }))).status).toBe(422);
    expect((await post('corrected', aClaim())).status).toBe(201);
  });

  test.each([[undefined], [''], [' '], ['x'.repeat(129)], ['two words'], ['ключ']])(
    '%j is refused',
    async (value) => {
      const headers: Record<string, string> = {};
      if (value !== undefined) headers['idempotency-key'] = value === 'ключ' ? 'caf\u00e9' : value;
      const { status, body } = await ask('POST', '/v1/claims', { key: insurer.key, headers, body: aClaim() });
      expect([status, body.code]).toEqual([400, 'idempotency-key']);
    },
  );

  test.each([['~'.repeat(128)], ['!'], ["'; drop table journal; --".replaceAll(' ', '_')], ['__proto__']])(
    '%s is taken',
    async (idempotencyKey) => {
      expect((await post(idempotencyKey, aClaim())).status).toBe(201);
    },
  );
});
