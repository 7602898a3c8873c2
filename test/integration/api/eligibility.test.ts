import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimView } from '../../../schema/api/claim-view.ts';
import { eligibilityView } from '../../../schema/api/eligibility-view.ts';
import { judgementView } from '../../../schema/api/judgement-view.ts';
import { blankBenefit, blankRules } from '../../../schema/domain/plans/blank-rules.ts';
import { viewOfJudgement } from '../../../worker/api/v1/view-of-judgement.ts';
import { connect } from '../../../worker/databases/connect.ts';
import {
  aClaim,
  aClinic,
  anInsurer,
  ask,
  facilityKey,
  type Insurer,
  tenantDoes,
  tenantKey,
} from './an-integrator.ts';

let insurer: Insurer;
let clinic: { facilityId: string; key: string };
const member = 'memberId=TST-INDV-00001-P';

beforeAll(async () => {
  insurer = await anInsurer();
  const opd = {
    ...blankBenefit('OPD', 'Out-patient care', 'outpatient'),
    groups: ['consultation'],
    coPay: { flat: null, percent: 10, cap: null },
    limits: { visit: null, period: 5_000_000, lifetime: null, sharedBy: 'family' as const },
  };
  await tenantDoes(insurer.tenantId, {
    type: 'PutPlanVersion',
    input: {
      code: 'GOLD',
      name: 'Gold',
      scheme: 'private',
      from: '2020-01-01',
      rules: { ...blankRules, benefits: [opd] },
    },
  });
  await ask('PUT', '/v1/enrollees/emp-1', {
    key: insurer.key,
    body: {
      firstName: 'Ngozi',
      lastName: 'Ade',
      birthDate: '1990-05-17',
      sex: 'female',
      coverFrom: '2020-01-01',
      plan: 'GOLD',
    },
  });
  const opened = await aClinic([insurer]);
  const key = await facilityKey(opened.facilityId, ['facility.eligibility.view', 'facility.claim.submit']);
  clinic = { facilityId: opened.facilityId, key };
});

const eligible = (query: string, key = insurer.key) => ask('GET', `/v1/eligibility?${query}`, { key });
const dryRun = (body: object, key = insurer.key) => ask('POST', '/v1/claims?dry_run=true', { key, body });
const rows = async () => {
  const found = await connect(env, `tenant-${insurer.tenantId}`).execute(
    'select (select count(*) from claims) + (select count(*) from journal) + (select count(*) from ledger) as n',
  );
  return Number(found.rows[0]?.n);
};

describe('eligibility', () => {
  test("a tenant's key is told without the birth date, of any facility or of one", async () => {
    const { status, body } = await eligible(`${member}&date=2026-11-20`);
    expect(status).toBe(200);
    expect(eligibilityView.parse(body)).toMatchObject({
      date: '2026-11-20',
      cover: { covered: true, plan: 'GOLD', since: '2020-01-01' },
      plan: { code: 'GOLD', name: 'Gold', version: 1 },
      network: null,
      benefits: [{ code: 'OPD', usable: true, balance: { limit: 5_000_000, leftBefore: 5_000_000 } }],
    });
    const there = await eligible('enrolleeExternalId=emp-1&facilityExternalId=fac-a');
    expect(there.body).toMatchObject({ network: { inNetwork: true } });
    expect((await eligible(`${member}&facilityExternalId=nowhere`)).status).toBe(404);
  });

  test("a facility's key shows that it has the person before it, and asks for itself", async () => {
    const { status, body } = await eligible(`${member}&birthDate=1990-05-17`, clinic.key);
    expect(status).toBe(200);
    expect(body).toMatchObject({ person: { firstName: 'Ngozi' }, network: { inNetwork: true } });
    expect((await eligible(`${member}&enrolleeName=Ngozi%20Ade`, clinic.key)).status).toBe(200);
  });

  test.each([
    ['no birth date', member],
    ['a wrong one', `${member}&birthDate=1991-05-17`],
    ['another name', `${member}&enrolleeName=Somebody%20Else`],
    ['a member who is not there', 'memberId=TST-INDV-99999-P&birthDate=1990-05-17'],
  ])('%s tells a facility nothing of the person', async (_, query) => {
    const { status, body } = await eligible(query, clinic.key);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).not.toMatch(/Ngozi|Gold|1990-05-17/);
  });

  test('a facility that is not linked, or whose link has ended, finds nothing', async () => {
    const stranger = await aClinic([await anInsurer()]);
    const key = await facilityKey(stranger.facilityId, ['facility.eligibility.view']);
    const asked = await eligible(`${member}&birthDate=1990-05-17&tenant=${insurer.slug}`, key);
    expect(asked.status).toBe(404);
  });

  test('whoever tries birth dates through is made to wait, and is told so', async () => {
    const trying = async (nth: number) => {
      const date = `19${String(10 + nth)}-01-01`;
      return (await eligible(`enrolleeExternalId=emp-1&birthDate=${date}`, clinic.key)).status;
    };
    const answers = [];
    for (let nth = 0; nth < 24; nth += 1) answers.push(await trying(nth));
    expect(answers.filter((status) => status === 422).length).toBeGreaterThan(10);
    expect(answers.at(-1)).toBe(429);
  });

  test.each([
    ['nobody', 'date=2026-11-20'],
    ['two', `${member}&enrolleeExternalId=emp-1`],
    ['no date', `${member}&date=tomorrow`],
    ['a name given twice', `${member}&${member}`],
    ['an unknown one', `${member}&plan=GOLD`],
    ['a NUL', 'memberId=%00'],
  ])('%s is refused with the field', async (_, query) => {
    const { status, body } = await eligible(query);
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(1);
  });

  test('takes its scope', async () => {
    expect((await eligible(member, await tenantKey(insurer.tenantId, ['claim.view']))).status).toBe(403);
  });
});

describe('a dry run', () => {
  const claim = () => aClaim({ facilityExternalId: 'fac-a' });

  test('says of every line what adjudication says when it is filed, and writes nothing', async () => {
    const before = await rows();
    const dry = await dryRun(claim());
    expect(dry.status).toBe(200);
    const judgement = judgementView.parse(dry.body);
    expect(await rows()).toBe(before);
    for (const line of judgement.lines)
      expect(line.findings.every(({ sentence }) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
    expect(judgement.approved + judgement.enrolleeShare + judgement.facilityShare).toBe(judgement.claimed);

    const filed = await ask('POST', '/v1/claims', {
      key: insurer.key,
      idempotencyKey: 'real',
      body: claim(),
    });
    expect(filed.status).toBe(201);
    const number = String(filed.body.number);
    const actor = env.TENANT.get(env.TENANT.idFromName(insurer.tenantId));
    const now = await actor.judgement(number);
    if ('refused' in now) throw new Error(now.message);
    expect(viewOfJudgement(now.judgement, 'NGN')).toEqual(judgement);
  });

  test('objects as intake would, with every field', async () => {
    const before = await rows();
    const { status, body } = await dryRun({ ...claim(), birthDate: '1990-05-18', currency: 'USD' });
    expect(status).toBe(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['birthDate', 'currency']),
    );
    expect(await rows()).toBe(before);
  });

  test('without dry_run=true the key is wanted as ever, and another word is refused', async () => {
    expect((await ask('POST', '/v1/claims', { key: insurer.key, body: claim() })).status).toBe(400);
    expect((await ask('POST', '/v1/claims?dry_run=false', { key: insurer.key, body: claim() })).status).toBe(
      400,
    );
    const odd = await ask('POST', '/v1/claims?dry_run=yes', {
      key: insurer.key,
      idempotencyKey: 'odd',
      body: claim(),
    });
    expect(odd.status).toBe(422);
  });

  test('a claim decided says line by line who bears what and why; what was recommended, to the tenant alone', async () => {
    const own = await aClinic([insurer]);
    const key = await facilityKey(own.facilityId, ['facility.claim.submit', 'facility.claim.view']);
    const { facilityExternalId: _, ...body } = claim();
    const sent = { ...body, externalId: 'clinic-own', startedAt: '2026-11-03T09:00:00+01:00' };
    const filed = await ask('POST', '/v1/claims', { key, idempotencyKey: 'clinic-own', body: sent });
    expect([filed.status, filed.body.errors]).toEqual([201, undefined]);
    const number = String(filed.body.number);
    const shown = async (by: string) => {
      const { body: found } = await ask('GET', `/v1/claims/${number}`, { key: by });
      return claimView.parse(found).lines;
    };
    for (const line of await shown(key))
      expect(line).toMatchObject({ enrolleeShare: null, recommended: null, findings: [] });
    await tenantDoes(insurer.tenantId, { type: 'TakeClaim', input: { number } });
    await tenantDoes(insurer.tenantId, { type: 'ApproveClaim', input: { number, version: 2 } });
    for (const line of await shown(key)) {
      expect((line.approved ?? 0) + (line.enrolleeShare ?? 0) + (line.facilityShare ?? 0)).toBe(line.claimed);
      expect(line.findings.length).toBeGreaterThan(0);
      expect(line.recommended).toBeNull();
    }
    for (const line of await shown(insurer.key))
      expect(line.recommended).toEqual({ quantity: line.approvedQuantity, approved: line.approved });
  });
});
