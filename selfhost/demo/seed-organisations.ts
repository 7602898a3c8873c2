import type { FacilityCommand, TenantCommand } from '../../schema/commands.ts';
import { addDays, type CalendarDate, type Moment, momentIn } from '../../schema/domain/dates.ts';
import type { Door, Sent } from '../door.ts';
import { bySystem } from './by-system.ts';
import { demoClients } from './clients.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { type DemoFacility, demoFacilities, demoTenant } from './organisations.ts';
import { type DemoMembership, demoPeople, demoStaff } from './people.ts';
import { demoPlans, goldInDraft, plansBeganDaysAgo } from './plans/plans.ts';
import { actingAs, organisationOf } from './principals.ts';
import { demoServices } from './services.ts';
import { demoTariffs } from './tariffs.ts';

const zone = demoTenant.open.zone;
/** The insurer opened before its plans began and anybody was covered. */
const OPENED_DAYS_AGO = plansBeganDaysAgo + 5;
const DRAFT_DAYS_AGO = 3;

const ago = (today: CalendarDate, days: number, time = '09:00'): Moment =>
  momentIn(zone, `${addDays(today, -days)}T${time}`);

function staffOf(at: DemoMembership['at'], moment: Moment): Sent<TenantCommand & FacilityCommand>[] {
  return demoPeople.flatMap(({ accountId, name, email, memberships }) => {
    const membership = memberships.find((each) => each.at === at);
    if (!membership) return [];
    const input = { accountId, name, email, roleKey: membership.roleKey, state: 'ACTIVE' as const };
    return bySystem(moment, `staff-${at}-${accountId}`, { type: 'PutStaff' as const, input });
  });
}

/** The plans as they were published, and a draft that an administrator has left lying. */
function plansOf(today: CalendarDate): Sent<TenantCommand>[] {
  const published = demoPlans(today).map(({ writtenDaysAgo, version }, nth) =>
    bySystem<TenantCommand>(ago(today, writtenDaysAgo), `plan-${nth}`, {
      type: 'PutPlanVersion',
      input: version,
    }),
  );
  const [author] = demoStaff('meridian', 'admin');
  const draft: Sent<TenantCommand> = {
    ...bySystem<TenantCommand>(ago(today, DRAFT_DAYS_AGO, '15:40'), 'plan-draft', {
      type: 'SavePlanDraft',
      input: { code: 'GOLD', revision: 0, rules: goldInDraft },
    }),
    ...(author && { principal: actingAs(author.accountId, 'meridian') }),
  };
  return [...published, draft];
}

/** The insurer: its staff, network, catalogue, tariffs, plans, and whom it covers. */
export async function seedTenant(door: Door, today: CalendarDate): Promise<void> {
  const opened = ago(today, OPENED_DAYS_AGO);
  const send = (sent: readonly Sent<TenantCommand>[]) => door.send(organisationOf('meridian'), sent);
  const all = (what: string, commands: readonly TenantCommand[]) =>
    commands.map((command, nth) => bySystem(opened, `${what}-${nth}`, command));
  await send([bySystem<TenantCommand>(opened, 'tenant', { type: 'OpenTenant', input: demoTenant.open })]);
  const links = demoFacilities.map(({ id, key, profile }) =>
    bySystem<TenantCommand>(opened, `link-${key}`, {
      type: 'LinkFacility',
      input: { facilityId: id, externalId: key, profile },
    }),
  );
  const services = demoServices.map((input) =>
    bySystem<TenantCommand>(opened, `service-${input.externalId}`, { type: 'PutService', input }),
  );
  await send([...staffOf('meridian', opened), ...links, ...services]);
  const tariffs = demoTariffs(addDays(today, -OPENED_DAYS_AGO), today);
  await send([
    ...all(
      'tariff',
      tariffs.map((input) => ({ type: 'PutPrices', input })),
    ),
    ...plansOf(today),
    ...all(
      'client',
      demoClients(today).map((input) => ({ type: 'PutClient', input })),
    ),
  ]);
}

/** A facility with its staff and its link with the insurer. */
export async function seedFacility(
  door: Door,
  today: CalendarDate,
  { key, profile }: DemoFacility,
): Promise<void> {
  const opened = ago(today, OPENED_DAYS_AGO);
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
export async function seedEnrollees(
  door: Door,
  enrollees: readonly DemoEnrollee[],
): Promise<Map<string, string>> {
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
