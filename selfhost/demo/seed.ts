import { setTimeout as wait } from 'node:timers/promises';
import type { FacilityCommand, TenantCommand } from '../../schema/commands.ts';
import { addDays, type CalendarDate, dateIn, type Moment, momentIn } from '../../schema/domain/dates.ts';
import { type Door, type DoorKey, type Forgives, openDoor, type Sent } from '../door.ts';
import { demoClaims } from './claims.ts';
import { batchesOf, type Known, sentFor } from './course-of-events.ts';
import { demoDrafts } from './drafts.ts';
import { type DemoEnrollee, demoEnrollees } from './enrollees.ts';
import {
  type DemoFacility,
  demoClients,
  demoFacilities,
  demoTenant,
  type FacilityKey,
} from './organisations.ts';
import { type DemoMembership, demoPeople } from './people.ts';
import { actingAs, organisationOf } from './principals.ts';
import { demoServices } from './services.ts';

/** The password of everybody in the demo. */
export const demoPassword = 'meridian-demo-2026';

/** What the demo came to. */
interface Seeded {
  people: number;
  enrollees: number;
  claims: number;
}

const zone = demoTenant.open.zone;
/** The insurer opened a year ago, before anybody's cover began. */
const OPENED_DAYS_AGO = 330;
const EVERY_NOTICE = 1_000_000_000;
/** A facility is waited for ten seconds at most; after that its bell shows more. */
const TOLD_LOOKS_MAX = 100;
/** Entries of the journal whose notices are left unread in the insurer's bells. */
const UNREAD = 6;

/** A lease of long ago lapses by itself as soon as the actor's alarm rings: giving it back may come too late. */
const lapsed: Forgives = ({ type }, code) => type === 'ReleaseClaim' && code === 'wrong_state';

const bySystem = <Command>(at: Moment, id: string, command: Command): Sent<Command> => ({
  id: `demo-${id}`,
  at,
  command,
});

function staffOf(at: DemoMembership['at'], moment: Moment): Sent<TenantCommand & FacilityCommand>[] {
  return demoPeople.flatMap(({ accountId, name, email, memberships }) => {
    const membership = memberships.find((each) => each.at === at);
    if (!membership) return [];
    const input = { accountId, name, email, roleKey: membership.roleKey, state: 'ACTIVE' as const };
    return bySystem(moment, `staff-${at}-${accountId}`, { type: 'PutStaff' as const, input });
  });
}

async function seedTenant(door: Door, opened: Moment): Promise<void> {
  const links = demoFacilities.map(({ id, key, profile }) =>
    bySystem<TenantCommand>(opened, `link-${key}`, {
      type: 'LinkFacility',
      input: { facilityId: id, externalId: key, profile },
    }),
  );
  const clients = demoClients.map((input) =>
    bySystem<TenantCommand>(opened, `client-${input.code}`, { type: 'PutClient', input }),
  );
  const services = demoServices.map((input) =>
    bySystem<TenantCommand>(opened, `service-${input.externalId}`, { type: 'PutService', input }),
  );
  const open = bySystem<TenantCommand>(opened, 'tenant', { type: 'OpenTenant', input: demoTenant.open });
  await door.send(organisationOf('meridian'), [open]);
  await door.send(organisationOf('meridian'), [
    ...staffOf('meridian', opened),
    ...clients,
    ...links,
    ...services,
  ]);
}

async function seedFacility(door: Door, opened: Moment, { key, profile }: DemoFacility): Promise<void> {
  const { slug, name, currency } = demoTenant.open;
  const link = { tenantId: demoTenant.id, slug, name, currency, zone };
  const opening = bySystem<FacilityCommand>(opened, `facility-${key}`, {
    type: 'OpenFacility',
    input: profile,
  });
  const linking = bySystem<FacilityCommand>(opened, `link-tenant-${key}`, {
    type: 'LinkTenant',
    input: link,
  });
  await door.send(organisationOf(key), [opening]);
  await door.send(organisationOf(key), [linking, ...staffOf(key, opened)]);
}

/** Principals first: a dependant names one that is there. Answers the member ids the product issued, by the demo's own ids. */
async function seedEnrollees(door: Door, enrollees: readonly DemoEnrollee[]): Promise<Map<string, string>> {
  const memberIds = new Map<string, string>();
  const inOrder = enrollees.toSorted((a, b) =>
    a.coverFrom < b.coverFrom ? -1 : a.coverFrom > b.coverFrom ? 1 : 0,
  );
  const principals = inOrder.filter(({ relation }) => relation === 'principal');
  const dependants = inOrder.filter(({ relation }) => relation !== 'principal');
  for (const part of [principals, dependants]) {
    const sent = part.map((input) =>
      bySystem<TenantCommand>(momentIn(zone, `${input.coverFrom}T08:00`), `enrollee-${input.externalId}`, {
        type: 'PutEnrollee',
        input,
      }),
    );
    const done = await door.send(organisationOf('meridian'), sent);
    for (const [index, { externalId }] of part.entries())
      memberIds.set(externalId, done[index]?.outcome.memberId ?? '');
  }
  return memberIds;
}

/** Tells every story of every claim, in the order in which it all happened; answers the journal's last number. */
async function seedClaims(
  door: Door,
  today: CalendarDate,
  memberIds: ReadonlyMap<string, string>,
): Promise<number> {
  const known = new Map<string, Known>();
  let last = 0;
  for (const batch of batchesOf(demoClaims(today))) {
    const sent = batch.map((happening) =>
      sentFor(happening, known.get(happening.claim.input.externalId), memberIds),
    );
    const done = await door.send(organisationOf('meridian'), sent);
    batch.forEach(({ claim }, index) => {
      const { number = '', version = 0 } = done[index]?.outcome ?? {};
      known.set(claim.input.externalId, { number, version });
      last = done[index]?.seq ?? last;
    });
  }
  return last;
}

async function seedDrafts(
  door: Door,
  today: CalendarDate,
  memberIds: ReadonlyMap<string, string>,
): Promise<void> {
  const at = momentIn(zone, `${addDays(today, -1)}T16:30`);
  for (const { draftId, facility, by, enrolleeExternalId, body } of demoDrafts(today)) {
    const memberId = memberIds.get(enrolleeExternalId) ?? '';
    const input = { draftId, version: 0, body: { ...body, memberId } };
    const command: FacilityCommand = { type: 'SaveDraft', input };
    const saving = { id: `demo-draft-${draftId}`, at, principal: actingAs(by, facility), command };
    await door.send(organisationOf(facility), [saving]);
  }
}

/** Waits until a facility has been told of its claims: what it is told later would be news in its bell. */
async function told(door: Door, facility: FacilityKey, claims: number): Promise<void> {
  for (let looks = 0; looks < TOLD_LOOKS_MAX; looks += 1) {
    const { counts } = await door.views(organisationOf(facility));
    if (Object.values(counts.byState).reduce((sum, state) => sum + state.claims, 0) >= claims) return;
    await wait(100);
  }
}

/** Everybody of an organisation has seen its notices up to a number. */
async function seedNotices(door: Door, at: Moment, place: DemoMembership['at'], seq: number): Promise<void> {
  const staff = demoPeople.filter(({ memberships }) =>
    memberships.some((membership) => membership.at === place),
  );
  const sent = staff.map(({ accountId }) => ({
    id: `demo-seen-${place}-${accountId}`,
    at,
    principal: actingAs(accountId, place),
    command: { type: 'MarkNotices' as const, input: { seq } },
  }));
  await door.send(organisationOf(place), sent);
}

/**
 * Fills an empty product with the demo, through its own commands: the journal holds all of it, with the moments at which
 * it is said to have happened. Done twice on one day it changes nothing, for every command has an id of its own.
 */
export async function seedDemo(key: DoorKey, now: Moment): Promise<Seeded> {
  const door = openDoor(key, lapsed);
  const today = dateIn(zone, now);
  const opened = momentIn(zone, `${addDays(today, -OPENED_DAYS_AGO)}T09:00`);
  const enrollees = demoEnrollees(today);
  await Promise.all(
    demoPeople.map(({ accountId: id, email, name }) =>
      door.putAccount({ id, email, name, password: demoPassword, demo: true }),
    ),
  );
  for (const facility of demoFacilities) await seedFacility(door, opened, facility);
  await seedTenant(door, opened);
  const memberIds = await seedEnrollees(door, enrollees);
  const last = await seedClaims(door, today, memberIds);
  await seedDrafts(door, today, memberIds);
  const midnight = momentIn(zone, `${today}T00:00`);
  await seedNotices(door, midnight, 'meridian', Math.max(0, last - UNREAD));
  const claims = demoClaims(today);
  for (const { key: facility } of demoFacilities) {
    await told(door, facility, claims.filter((claim) => claim.facility === facility).length);
    await seedNotices(door, midnight, facility, EVERY_NOTICE);
  }
  return { people: demoPeople.length, enrollees: enrollees.length, claims: claims.length };
}
