import type { TenantCommand } from '../../schema/commands.ts';
import { addDays, type CalendarDate, type Moment, momentIn } from '../../schema/domain/dates.ts';
import type { DemoEnrollee } from './enrollees.ts';
import { householdOf } from './household.ts';
import { demoFacility, demoTenant } from './organisations.ts';
import type { Tier } from './plans/tier.ts';

/** Something that was changed about somebody's cover, and when. */
export interface CoverChanged {
  at: Moment;
  command: TenantCommand;
}

type Change = [daysAgo: number, commandFor: (externalId: string, recorded: CalendarDate) => TenantCommand];

const cover =
  (change: 'suspend' | 'reinstate' | 'terminate', daysBack: number, reason: string): Change[1] =>
  (externalId, recorded) => ({
    type: 'SetEnrolleeCover',
    input: { externalId, change, from: addDays(recorded, -daysBack), reason },
  });

/** Whose cover changed: the n-th principal of a client on a plan, and what happened to it. */
const changes: readonly { client: string; plan: Tier['code']; nth: number; changes: readonly Change[] }[] = [
  {
    client: 'PALM',
    plan: 'SILVER',
    nth: 1,
    changes: [
      [6, (externalId) => ({ type: 'MovePlan', input: { externalId, plan: 'GOLD', withFamily: true } })],
    ],
  },
  { client: 'PALM', plan: 'BRONZE', nth: 2, changes: [[14, cover('suspend', 2, 'On leave without pay.')]] },
  { client: 'KEST', plan: 'SILVER', nth: 2, changes: [[24, cover('terminate', 3, 'Left the company.')]] },
  {
    client: 'KEST',
    plan: 'BRONZE',
    nth: 3,
    changes: [
      [70, cover('suspend', 0, 'Papers of the family were missing.')],
      [52, cover('reinstate', 0, 'The papers are complete.')],
    ],
  },
  { client: 'INDV', plan: 'SILVER', nth: 0, changes: [[16, cover('suspend', 4, 'The premium is overdue.')]] },
  {
    client: 'PALM',
    plan: 'GOLD',
    nth: 2,
    changes: [
      [
        11,
        (externalId) => ({
          type: 'ChangePrimaryFacility',
          input: { externalId, facilityId: demoFacility('baobab').id },
        }),
      ],
    ],
  },
];

/** Everything that was changed about people's cover since they joined, in the order in which it was. */
export function coverChanges(today: CalendarDate, enrollees: readonly DemoEnrollee[]): CoverChanged[] {
  const all = changes.flatMap(({ client, plan, nth, changes: told }) => {
    const those = enrollees.filter((person) => person.clientCode === client && person.plan === plan);
    const { externalId } = those[nth] ?? {};
    if (externalId === undefined) return [];
    return told.map(([daysAgo, commandFor]) => {
      const recorded = addDays(today, -daysAgo);
      const at = momentIn(demoTenant.open.zone, `${recorded}T10:15`);
      return { at, command: commandFor(externalId, recorded) };
    });
  });
  return all.sort((a, b) => a.at - b.at);
}

/** From when on families are away because their cover was suspended or has ended. */
export function awayFrom(today: CalendarDate, enrollees: readonly DemoEnrollee[]): Map<string, CalendarDate> {
  const away = new Map<string, CalendarDate>();
  for (const { command } of coverChanges(today, enrollees))
    if (command.type === 'SetEnrolleeCover' && command.input.change !== 'reinstate')
      away.set(householdOf(command.input.externalId ?? ''), command.input.from);
  return away;
}
