import { createHash, randomUUID } from 'node:crypto';
import type { Answer, FacilityCommand, TenantCommand } from '../../schema/commands.ts';
import type { OrganisationRef, Principal } from '../../schema/domain/permissions.ts';
import { seededRoles } from '../../schema/domain/roles.ts';
import type { PutPlanVersion } from '../../schema/forms/plans.ts';
import type { SubmitClaim } from '../../schema/forms/submit-claim.ts';
import { fullCover } from './full-cover.ts';

/** Where a running product is, and what opens its doors for programs of this machine. */
export interface Doors {
  readonly origin: string;
  readonly internalOrigin: string;
  readonly systemToken: string;
}

/** What is sent to an actor: without a principal it is the system's. */
export interface Sent<Command> {
  readonly id: string;
  readonly principal?: Principal;
  /** when it happened, where the system fills in what was earlier */
  readonly at?: number;
  readonly command: Command;
}

/** The outcome fields that tests look at. */
export type Outcome = {
  number?: string;
  version?: number;
  state?: string;
  memberId?: string;
  id?: string;
  recommendation?: string;
  code?: string;
  batchId?: string;
};

/** Sends commands to one actor; rejects when there was no answer at all. */
export async function sendCommands(
  doors: Doors,
  actor: OrganisationRef,
  envelopes: readonly Sent<TenantCommand | FacilityCommand>[],
  limit_ms = 10_000,
): Promise<Answer<Outcome>[]> {
  const response = await fetch(new URL('/internal/commands', doors.internalOrigin), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-vetra-system': doors.systemToken,
    },
    body: JSON.stringify({ actor, envelopes }),
    signal: AbortSignal.timeout(limit_ms),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`/internal/commands answered ${response.status}: ${text.slice(0, 300)}`);
  const { answers }: { answers: Answer<Outcome>[] } = JSON.parse(text);
  return answers;
}

/** Everybody's password at an insurer made for a test. */
export const staffPassword = 'the ward is quiet tonight';

/** A small insurer, made through the product's own commands: one facility, one service, some enrollees, some staff. */
export interface Insurer {
  readonly tenant: OrganisationRef & { kind: 'tenant' };
  readonly slug: string;
  readonly facilityId: string;
  readonly memberIds: readonly string[];
  /** adjudicators, who may take and decide */
  readonly staff: readonly Principal[];
  /** who files for the facility */
  readonly clerk: Principal;
  /** what files one more claim of `lines` lines, of the next enrollee in turn */
  readonly filing: (lines?: number) => SubmitClaim;
}

const zone = 'Africa/Lagos';
const day_ms = 86_400_000;
/** Claims of one person lie so many days apart: nobody's are near duplicates. */
const days_apart = 3;
/** So many see the facility's patients in turn: none of them is too busy. */
const practitioners = 40;

function must(answers: readonly Answer<Outcome>[]): Outcome[] {
  return answers.map((answer) => {
    if (answer.refused)
      throw new Error(`${answer.code}: ${answer.message} ${JSON.stringify(answer.errors ?? [])}`);
    return answer.outcome;
  });
}

/** What the facility bills: a claim's lines name one after the other. */
const services = [
  { code: 'CON-001', name: 'Consultation', group: 'consultation' },
  { code: 'LAB-001', name: 'Full blood count', group: 'laboratory' },
  { code: 'PHA-001', name: 'Artemether-lumefantrine', group: 'drug' },
  { code: 'RAD-001', name: 'Chest X-ray', group: 'imaging' },
  { code: 'PRO-001', name: 'Wound dressing', group: 'procedure' },
];

/** The filing window is off, so that a test's claims may be as old as it likes. */
async function openOrganisations(
  doors: Doors,
  tenant: OrganisationRef,
  own: { slug: string; facilityId: string; plan: PutPlanVersion; services: typeof services },
) {
  const { slug, facilityId, plan } = own;
  const profile = { name: 'Harbour Clinic', kind: 'clinic' as const };
  const tenantName = { slug, name: `Insurer ${slug}`, currency: 'NGN', zone };
  must(
    await sendCommands(doors, tenant, [
      {
        id: `open-${slug}`,
        command: { type: 'OpenTenant', input: { ...tenantName, prefix: 'TST', filingWindowDays: null } },
      },
    ]),
  );
  const facility = { kind: 'facility', id: facilityId } as const;
  must(
    await sendCommands(doors, facility, [
      { id: `open-${facilityId}`, command: { type: 'OpenFacility', input: profile } },
    ]),
  );
  must(
    await sendCommands(doors, facility, [
      { id: `link-${slug}`, command: { type: 'LinkTenant', input: { tenantId: tenant.id, ...tenantName } } },
    ]),
  );
  must(
    await sendCommands(doors, tenant, [
      {
        id: `link-${facilityId}`,
        command: { type: 'LinkFacility', input: { facilityId, externalId: 'harbour', profile } },
      },
      { id: 'client', command: { type: 'PutClient', input: { code: 'INDV', name: 'Individuals' } } },
      ...own.services.map(({ code, name, group }) => ({
        id: `service-${code}`,
        command: {
          type: 'PutService' as const,
          input: { externalId: code, name, group, unit: 'each' as const, active: true },
        },
      })),
      { id: 'plan', command: { type: 'PutPlanVersion', input: plan } },
    ]),
  );
}

function enrolleeCommand(nth: number, plan: string): Sent<TenantCommand> {
  return {
    id: `enrollee-${nth}`,
    command: {
      type: 'PutEnrollee',
      input: {
        externalId: `e-${nth}`,
        plan,
        clientCode: 'INDV',
        relation: 'principal',
        firstName: `Ada${nth}`,
        lastName: 'Obi',
        birthDate: '1990-05-17',
        sex: 'female',
        coverFrom: '2020-01-01',
      },
    },
  };
}

async function hireStaff(
  doors: Doors,
  organisation: OrganisationRef,
  roleKey: string,
  count: number,
): Promise<Principal[]> {
  const role = seededRoles[organisation.kind].find(({ key }) => key === roleKey);
  if (!role) throw new Error(`there is no role ${roleKey} among the seeded ones`);
  const staff = Array.from(
    { length: count },
    (_, nth): Principal => ({
      id: `${organisation.id.slice(0, 18)}s${nth}`,
      name: `${role.name} ${nth}`,
      via: 'session',
      organisation,
      permissions: role.permissions,
    }),
  );
  for (const { id, name } of staff) {
    const account = { id, email: `${id}@insurer.example`, name, password: staffPassword };
    const made = await fetch(new URL('/internal/accounts', doors.internalOrigin), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-vetra-system': doors.systemToken,
      },
      body: JSON.stringify(account),
    });
    if (!made.ok) throw new Error(`/internal/accounts answered ${made.status}: ${await made.text()}`);
    const input = { accountId: id, name, email: account.email, roleKey: role.key, state: 'ACTIVE' as const };
    must(
      await sendCommands(doors, organisation, [{ id: `staff-${id}`, command: { type: 'PutStaff', input } }]),
    );
  }
  return staff;
}

/** Opens an insurer of its own in a running product. */
export async function openInsurer(
  doors: Doors,
  size: { enrollees?: number; staff?: number; plan?: PutPlanVersion; services?: readonly string[] } = {},
): Promise<Insurer> {
  const key = randomUUID().replaceAll('-', '').slice(0, 16);
  const tenant = { kind: 'tenant', id: `t${key}` } as const;
  const slug = `i${key}`;
  const facilityId = `f${key}`;
  const plan = size.plan ?? fullCover;
  const more = (size.services ?? []).map((code) => ({ code, name: code, group: 'other' }));
  await openOrganisations(doors, tenant, { slug, facilityId, plan, services: [...services, ...more] });
  const enrollees = Array.from({ length: size.enrollees ?? 20 }, (_, nth) => enrolleeCommand(nth, plan.code));
  const memberIds: string[] = [];
  for (let from = 0; from < enrollees.length; from += 100)
    for (const { memberId = '' } of must(
      await sendCommands(doors, tenant, enrollees.slice(from, from + 100)),
    ))
      memberIds.push(memberId);
  const staff = await hireStaff(doors, tenant, 'claims-manager', size.staff ?? 2);
  const [clerk] = await hireStaff(doors, { kind: 'facility', id: facilityId }, 'billing', 1);
  if (!clerk) throw new Error('the facility has nobody');
  let filed = 0;
  const filing = (lines = 1): SubmitClaim => {
    const nth = filed;
    filed += 1;
    // Everybody's claims are of days of their own, so that none is another's duplicate, nor near to one.
    const before = Math.floor(nth / memberIds.length) * days_apart * day_ms;
    const day = new Date(Date.now() - before).toISOString().slice(0, 10);
    const claim = claimOf(memberIds[nth % memberIds.length] ?? '', day, lines);
    return { ...claim, practitionerName: `Dr Bisi Cole ${nth % practitioners}` };
  };
  return { tenant, slug, facilityId, memberIds, staff, clerk, filing };
}

/** A claim of one visit, its lines of the facility's services in turn. */
function claimOf(memberId: string, day: string, lines: number): SubmitClaim {
  return {
    facilityExternalId: 'harbour',
    memberId,
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    startedAt: `${day}T00:00:00Z`,
    practitionerName: 'Dr Bisi Cole',
    diagnoses: [{ code: 'B54', system: 'ICD-10' }],
    lines: Array.from({ length: lines }, (_, line) => ({
      service: services[line % services.length]?.code ?? '',
      quantity: 1,
      unitPrice: 500_000 + line,
    })),
    currency: 'NGN',
    total: lines * 500_000 + (lines * (lines - 1)) / 2,
    accident: false,
  };
}

/** Signs a member of staff in; gives the session's cookie. */
export async function signIn(doors: Doors, staff: Principal): Promise<string> {
  const answer = await fetch(new URL('/sign-in', doors.origin), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: doors.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: `${staff.id}@insurer.example`, password: staffPassword }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .find((each) => each?.includes('vetra') || each?.includes('session'));
  if (!cookie) throw new Error(`signing in answered ${answer.status} without a cookie`);
  return cookie;
}

/** Issues a key of the tenant with these scopes; gives its secret. */
export async function issueKey(
  doors: Doors,
  insurer: Insurer,
  scopes: readonly string[],
  of: OrganisationRef = insurer.tenant,
): Promise<string> {
  const id = randomUUID().replaceAll('-', '').slice(0, 16);
  const secret = `vk_${id}_${randomUUID()}`;
  const secretHash = createHash('sha256').update(secret).digest('hex');
  const input = { id, name: 'Test', scopes: [...scopes], secretHash };
  must(await sendCommands(doors, of, [{ id: `key-${id}`, command: { type: 'IssueApiKey', input } }]));
  return secret;
}
