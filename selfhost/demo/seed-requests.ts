import type { TenantCommand } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Door, Sent } from '../door.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { demoStaff } from './people.ts';
import { actingAs, organisationOf } from './principals.ts';
import { type DemoRequest, demoRequests, type RequestStep } from './requests.ts';

const minute_ms = 60_000;

/** Who does a step: the first of those whose work it is. */
function actorOf(by: RequestStep['by'], facility: DemoRequest['facility']) {
  const at = by === 'facility' ? facility : 'meridian';
  const [person] =
    by === 'facility' ? demoStaff(at, 'billing', 'owner', 'admin') : demoStaff(at, 'adjudicator');
  if (!person) throw new RangeError(`nobody at ${at} works with authorizations in the demo`);
  return actingAs(person.accountId, at);
}

/** Sends one request through its story. A step names the version before it, so they go one after the other. */
async function seedRequest(
  door: Door,
  { externalId, facility, at, input, steps }: DemoRequest,
): Promise<void> {
  const meridian = organisationOf('meridian');
  const sent: Sent<TenantCommand> = {
    id: `demo-${externalId}`,
    at,
    principal: actorOf('facility', facility),
    command: { type: 'RequestAuthorization', input },
  };
  let [done] = await door.send(meridian, [sent]);
  for (const [nth, { after_minutes, by, command }] of steps.entries()) {
    const { number = '', version = 1 } = done?.outcome ?? {};
    const step: Sent<TenantCommand> = {
      id: `demo-${externalId}-${nth + 1}`,
      at: at + after_minutes * minute_ms,
      principal: actorOf(by, facility),
      command: command({ number, version }),
    };
    [done] = await door.send(meridian, [step]);
  }
}

/** Files the demo's requests and lets happen to them what has. */
export async function seedRequests(
  door: Door,
  now: Moment,
  enrollees: readonly DemoEnrollee[],
  memberIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const request of demoRequests(now, enrollees, memberIds)) await seedRequest(door, request);
}
