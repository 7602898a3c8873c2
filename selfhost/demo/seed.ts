import { setTimeout as wait } from 'node:timers/promises';
import type { FacilityCommand } from '../../schema/commands.ts';
import { addDays, type CalendarDate, dateIn, type Moment, momentIn } from '../../schema/domain/dates.ts';
import { type Door, type DoorKey, type Forgives, openDoor } from '../door.ts';
import { demoClaims } from './claims.ts';
import { demoDrafts } from './drafts.ts';
import { demoEnrollees } from './enrollees.ts';
import { demoFacilities, demoTenant, type FacilityKey } from './organisations.ts';
import { type DemoMembership, demoPeople } from './people.ts';
import { portalsAmong, seedPortals } from './portals.ts';
import { actingAs, organisationOf } from './principals.ts';
import { seedClaims } from './seed-claims.ts';
import { seedEnrollees, seedFacility, seedTenant } from './seed-organisations.ts';
import { seedRequests } from './seed-requests.ts';

/** The password of everybody in the demo. */
export const demoPassword = 'meridian-demo-2026';

/** What the demo came to. */
interface Seeded {
  people: number;
  enrollees: number;
  claims: number;
}

const zone = demoTenant.open.zone;
const EVERY_NOTICE = 1_000_000_000;
/** A facility is waited for ten seconds at most; after that its bell shows more. */
const TOLD_LOOKS_MAX = 100;
/** Entries of the journal whose notices are left unread in the insurer's bells. */
const UNREAD = 6;

/** What was due long ago happens as soon as the actor's alarm rings: where filling was cut off, what goes on may come too late. */
const overtaken: Forgives = ({ type }, code) => type === 'AnswerQuery' && code === 'wrong_state';

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
  const door = openDoor(key, overtaken);
  const today = dateIn(zone, now);
  const enrollees = demoEnrollees(today);
  const portals = portalsAmong(enrollees);
  await Promise.all(
    [...demoPeople, ...portals].map(({ accountId: id, email, name }) =>
      door.putAccount({ id, email, name, password: demoPassword, demo: true }),
    ),
  );
  for (const facility of demoFacilities) await seedFacility(door, today, facility);
  await seedTenant(door, today);
  const memberIds = await seedEnrollees(door, enrollees);
  await seedPortals(door, momentIn(zone, `${addDays(today, -30)}T12:00`), portals, memberIds);
  const last = await seedClaims(door, today, memberIds);
  await seedDrafts(door, today, memberIds);
  await seedRequests(door, now, enrollees, memberIds);
  const midnight = momentIn(zone, `${today}T00:00`);
  await seedNotices(door, midnight, 'meridian', Math.max(0, last - UNREAD));
  const claims = demoClaims(today);
  for (const { key: facility } of demoFacilities) {
    await told(door, facility, claims.filter((claim) => claim.facility === facility).length);
    await seedNotices(door, midnight, facility, EVERY_NOTICE);
  }
  return { people: demoPeople.length + portals.length, enrollees: enrollees.length, claims: claims.length };
}
