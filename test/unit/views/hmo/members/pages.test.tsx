import { expect, test } from 'vitest';
import { ClientFormPage } from '../../../../../views/hmo/members/client-form-page.tsx';
import { ClientPage, type ClientPageProps } from '../../../../../views/hmo/members/client-page.tsx';
import { ClientsPage } from '../../../../../views/hmo/members/clients-page.tsx';
import { CoverFormPage } from '../../../../../views/hmo/members/cover-form-page.tsx';
import { EnrolleeFormPage } from '../../../../../views/hmo/members/enrollee-form-page.tsx';
import { EnrolleePage, type EnrolleePageProps } from '../../../../../views/hmo/members/enrollee-page.tsx';
import { EnrolleesPage, type EnrolleesPageProps } from '../../../../../views/hmo/members/enrollees-page.tsx';
import { FacilityFormPage } from '../../../../../views/hmo/members/facility-form-page.tsx';
import { PlanMovePage, type PlanMoveProps } from '../../../../../views/hmo/members/plan-move-page.tsx';
import { blankEnrollee } from '../../../../../worker/portals/staff/members/read-enrollee-entry.ts';
import { client, person, step, today } from '../../../domain/members/samples.ts';
import { hostile, longName, now } from '../../claims/samples.ts';
import { validHtml } from '../../validate.tsx';

const slug = 'meridian';
const zone = 'Africa/Lagos';

test('the list of clients, empty, searched in vain, and full', async () => {
  const filter = { q: '', state: '', after: '' } as const;
  const empty = { slug, filter, rows: [], next: null, mayCreate: true };
  expect(await validHtml(<ClientsPage {...empty} />)).toContain('No clients yet');
  expect(await validHtml(<ClientsPage {...empty} filter={{ ...filter, q: 'x' }} />)).toContain(
    'No client fits',
  );
  const row = {
    code: 'DANG',
    name: hostile,
    state: 'SUSPENDED',
    contract: { from: '2026-01-01', to: '2026-06-30', holds: false },
    people: 42,
    plans: ['GOLD'],
  } as const;
  const html = await validHtml(
    <ClientsPage {...empty} rows={[row, { ...row, code: 'B', contract: null, plans: [] }]} next="DANG" />,
  );
  expect(html).toContain('href="/meridian/enrollees?client=DANG"');
  expect(html).toContain('not in force');
  expect(html).not.toContain('<img');
});

const clientPage: ClientPageProps = {
  slug,
  zone,
  currency: 'NGN',
  today,
  client: {
    ...client,
    name: longName,
    contacts: [{ name: hostile, role: 'HR', email: 'hr@x.example', phone: '+234' }],
    offers: [{ plan: 'GOLD', premium: 12_500_000, per: 'year' }],
    cover: [step('1900-01-01', 'ACTIVE'), step('2026-11-01', 'SUSPENDED', hostile)],
  },
  state: 'SUSPENDED',
  planNames: { GOLD: hostile },
  may: { update: true, suspend: true, enrol: true, seePeople: true },
  deeds: [{ at: now, by: hostile, what: 'Added' }],
  told: [
    { month: '2026-11', visits: 2, state: 'WAITING', at: now },
    { month: '2026-10', visits: 1, state: 'SENT', at: now },
    { month: '2026-09', visits: 1, state: 'FAILED', at: now },
  ],
  saved: 'Saved.',
};

test('a client’s page, with everything and with nothing', async () => {
  const html = await validHtml(<ClientPage {...clientPage} />);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('1900');
  for (const words of ['November 2026', 'will be told', 'call its HR']) expect(html).toContain(words);
  const may = { update: false, suspend: false, enrol: false, seePeople: false };
  const bare = { ...client, contracts: [] };
  const little = await validHtml(
    <ClientPage {...clientPage} client={bare} state="ACTIVE" may={may} deeds={[]} told={[]} saved={null} />,
  );
  for (const word of ['not theirs', '/edit', '/cover', '/enrollees/new']) expect(little).not.toContain(word);
});

test('the client’s form keeps what was typed and says every mistake by its field', async () => {
  const entry = {
    code: 'dang',
    name: hostile,
    waivesWaiting: true,
    contacts: [{ name: '', role: '', email: 'x', phone: '' }],
    contracts: [{ from: '2026-01-01', to: '' }],
    offers: [{ plan: 'GOLD', premium: 'much', per: 'year' }],
  };
  const errors = { code: 'A', 'contacts.0.name': 'B', 'contracts.0.to': 'C', 'offers.0.premium': 'D' };
  const props = {
    slug,
    currency: 'NGN',
    entry,
    errors,
    commandId: 'c-1',
    plans: [{ code: 'GOLD', name: 'Gold' }],
  };
  const html = await validHtml(<ClientFormPage {...props} known={null} />);
  expect(html).toMatch(/autofocus[^>]*|<input[^>]*id="f-code"[^>]*autofocus/);
  for (const id of ['f-contacts-0-name-error', 'f-contracts-0-to-error', 'f-offers-0-premium-error'])
    expect(html).toContain(`id="${id}"`);
  expect(html).toContain('value="much"');
  await validHtml(<ClientFormPage {...props} known={{ code: 'DANG', name: longName }} errors={{}} />);
});

const list: EnrolleesPageProps = {
  slug,
  filter: { q: '', client: '', plan: '', state: '', after: '' },
  rows: [],
  next: null,
  clients: [{ code: 'DANG', name: hostile }],
  plans: [{ code: 'GOLD', name: 'Gold' }],
  may: { create: true, seeClients: true, import: true },
};

test('the list of people, empty, searched in vain, and full', async () => {
  expect(await validHtml(<EnrolleesPage {...list} />)).toContain('Nobody is enrolled yet');
  const filter = { ...list.filter, q: 'zz' };
  expect(await validHtml(<EnrolleesPage {...list} filter={filter} />)).toContain('Nobody fits');
  const row = {
    memberId: 'MER-DANG-00001-P',
    name: hostile,
    relation: 'principal',
    clientCode: 'DANG',
    clientName: longName,
    plan: 'GOLD',
    nextPlan: 'SILVER',
    phone: null,
    state: 'SUSPENDED',
    through: 'client',
  } as const;
  const rows = [row, { ...row, memberId: 'MER-DANG-00002-P', plan: null, nextPlan: null, phone: '0803' }];
  const html = await validHtml(<EnrolleesPage {...list} {...{ rows, filter }} next="abc" clients={null} />);
  expect(html).toContain('after=abc');
  expect(html).toContain('Suspended (client)');
  expect(html).not.toContain('<img');
});

const page: EnrolleePageProps = {
  slug,
  zone,
  today,
  back: '/meridian/enrollees',
  person: {
    ...person,
    firstName: hostile,
    nin: '12345678901',
    email: 'a@b.example',
    phone: '0803',
    plans: [...person.plans, { from: '2026-12-01', plan: 'SILVER' }],
    primaryFacilities: [{ from: '2026-01-01', facilityId: 'gone' }],
    cover: [...person.cover, step('2026-11-01', 'SUSPENDED', hostile)],
  },
  clientName: hostile,
  state: { state: 'ACTIVE', through: 'principal' },
  cover: { covered: false, because: 'suspended', since: '2026-11-01' },
  planNames: { GOLD: 'Gold' },
  facilityNames: {},
  family: [],
  may: { create: true, update: true, cover: true, movePlan: true, seeClient: true, seeClaims: true },
  deeds: [],
  saved: null,
  now: 0,
  inviteId: 'c-1',
  answerIds: {},
  visits: [],
};

test('a person’s page shows national numbers masked, what is pending, and the family by links', async () => {
  const relative = {
    name: hostile,
    relation: 'child',
    birthDate: '2015-01-01',
    plan: null,
    state: 'ACTIVE',
  } as const;
  const family = [
    { ...relative, memberId: person.memberId },
    { ...relative, memberId: 'MER-DANG-00001-C1' },
  ];
  const html = await validHtml(<EnrolleePage {...page} family={family} />);
  expect(html).toContain('•••••••8901');
  expect(html).not.toContain('12345678901');
  expect(html).toContain('To come');
  expect(html).toContain('href="/meridian/enrollees/MER-DANG-00001-C1"');
  expect(html).not.toContain('<img');
});

test('a person’s page offers only what one may do', async () => {
  const may = {
    create: false,
    update: false,
    cover: false,
    movePlan: false,
    seeClient: false,
    seeClaims: false,
  };
  const nothing = { ...person, plans: [], deathDate: '2026-11-01' };
  const html = await validHtml(
    <EnrolleePage {...page} may={may} person={nothing} state={{ state: 'ACTIVE', through: null }} />,
  );
  for (const word of ['/edit', '/cover', '/plan', '/primary-facility', '/clients/', '/claims'])
    expect(html).not.toContain(`${word}"`);
});

const form = {
  slug,
  entry: { ...blankEnrollee, firstName: hostile },
  errors: { firstName: 'A', plan: 'B', nin: 'C', relation: 'D' },
  commandId: 'c-1',
  clients: [{ code: 'INDV', name: 'Individuals' }],
  plans: [{ code: 'GOLD', name: 'Gold' }],
  facilities: [{ id: 'f', name: hostile }],
};

test('the form of a person: a new one, a dependant, and a known one', async () => {
  const fresh = await validHtml(<EnrolleeFormPage {...form} subject={{ fresh: true }} />);
  expect(fresh).toContain('id="f-firstName-error"');
  const principal = { memberId: person.memberId, name: hostile, clientName: hostile, planName: 'Gold' };
  const dependant = await validHtml(<EnrolleeFormPage {...form} subject={{ principal }} facilities={null} />);
  expect(dependant).toContain('name="principalMemberId"');
  const known = {
    memberId: person.memberId,
    name: hostile,
    relation: 'principal',
    clientName: hostile,
    nin: '•••••••8901',
    nhiaNumber: null,
    externalId: null,
  } as const;
  const edit = await validHtml(<EnrolleeFormPage {...form} subject={{ known }} clients={null} />);
  expect(edit).toContain('name="dropNin"');
  expect(edit).not.toContain('name="plan"');
  for (const html of [fresh, dependant, edit]) expect(html).not.toContain('<img');
});

const move: PlanMoveProps = {
  slug,
  memberId: person.memberId,
  name: hostile,
  isPrincipal: true,
  now: { code: 'GOLD', name: 'Gold' },
  next: { code: 'SILVER', name: 'Silver', from: '2026-12-01' },
  from: '2026-12-01',
  plans: [
    { code: 'GOLD', name: 'Gold' },
    { code: 'SILVER', name: 'Silver' },
  ],
  entry: { plan: 'SILVER', withFamily: true },
  errors: { plan: 'No.' },
  commandId: 'c-1',
  takeBackId: 'c-2',
};

test('a move of plan, with one pending and without', async () => {
  const html = await validHtml(<PlanMovePage {...move} />);
  expect(html).toContain('Take the move back');
  expect(html).not.toContain('<option value="GOLD"');
  const without = await validHtml(
    <PlanMovePage {...move} now={null} next={null} isPrincipal={false} errors={{}} />,
  );
  expect(without).not.toContain('Take the move back');
});

test('a change of cover and of primary facility, refused and fresh', async () => {
  const cover = {
    action: '/meridian/enrollees/x/cover',
    back: '/meridian/enrollees/x',
    crumbs: [],
    whose: hostile,
    consequence: 'So.',
    entry: { change: 'suspend', from: today, reason: hostile },
    commandId: 'c-1',
    earliest: '2026-10-26',
  };
  const errors = { change: 'A', from: 'B', reason: 'C' };
  expect(
    await validHtml(<CoverFormPage {...cover} allowed={['suspend', 'reinstate']} errors={errors} />),
  ).not.toContain('value="terminate"');
  const facility = { slug, memberId: person.memberId, name: hostile, commandId: 'c-1', value: 'f' };
  await validHtml(
    <FacilityFormPage {...facility} now={hostile} choices={form.facilities} errors={{ facilityId: 'No.' }} />,
  );
  await validHtml(<FacilityFormPage {...facility} now={null} choices={null} errors={{}} />);
});
