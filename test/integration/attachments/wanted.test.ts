import { beforeAll, expect, test } from 'vitest';
import { aPdf } from '../../support/files.ts';
import { ask, post } from '../directory/people.ts';
import { command } from '../isolation/machine.ts';
import { makeWorld, type World } from '../isolation/world.ts';

let world: World;
let settings: string;
let review: string;
beforeAll(async () => {
  world = await makeWorld();
  settings = `/${world.tenant.slug}/settings/files`;
  review = `/provider/drafts/${world.draft}/review`;
});

const page = async (path: string, cookie: string) => (await ask(path, { headers: { cookie } })).text();
const save = (fields: Record<string, string>) => post(settings, fields, { cookie: world.tenant.cookie });

async function fillDraft(): Promise<void> {
  const body = {
    tenantId: world.tenant.id,
    memberId: 'ZEBU-ZEBC-00001-P',
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: '2026-11-06T09:00',
    endedAt: '',
    practitionerName: 'Dr Else',
    practitionerLicence: '',
    referral: '',
    otherPayer: '',
    accident: false,
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'consultation', quantity: '1', unitPrice: '5,000.00', serviceDate: '' }],
  };
  const input = { draftId: world.draft, version: 1, body };
  await command(world.facility, [{ type: 'SaveDraft', input }], world.facility.principal);
}

test('a row with a wrong amount is shown again as it was typed, its field named', async () => {
  const refused = await save({ 'wanted.0.kind': '', 'wanted.1.kind': 'Letter', 'wanted.1.from': 'much' });
  const text = await refused.text();
  expect(refused.status).toBe(422);
  expect(text).toMatch(/id="f-wanted-1-from-error"[^>]*>Enter an amount/);
  expect(text).toContain('value="much"');
});

test('what is wanted is named on the draft until it is there', async () => {
  await fillDraft();
  const saved = await save({
    refuses: 'on',
    'wanted.0.kind': 'Referral letter',
    'wanted.0.group': 'consultation',
    'wanted.0.from': '5,000.00',
    'wanted.1.kind': 'Theatre note',
    'wanted.1.group': 'consultation',
    'wanted.1.from': '5,000.01',
  });
  expect(saved.status).toBe(303);
  const { cookie } = world.facility;
  const before = await page(review, cookie);
  expect(before).toMatch(/Wanted and not there yet:.*Referral letter/s);
  expect(before).not.toMatch(/Wanted and not there yet:[^.]*Theatre note/s);
  const form = new FormData();
  form.set('kind', 'Referral letter');
  form.append('files', new File([aPdf()], 'letter.pdf'));
  const attached = await ask(`/provider/drafts/${world.draft}/files`, {
    method: 'POST',
    body: form,
    headers: { cookie },
  });
  expect(attached.status).toBe(303);
  expect(await page(review, cookie)).not.toContain('Wanted and not there yet');
});
