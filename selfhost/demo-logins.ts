import { dateIn } from '../schema/domain/dates.ts';
import { demoEnrollees } from './demo/enrollees.ts';
import { demoTenant } from './demo/organisations.ts';
import { demoPeople } from './demo/people.ts';
import { portalsAmong } from './demo/portals.ts';
import { demoPassword } from './demo/seed.ts';

/** How to sign in: the insurer's people and those of one facility, which is every role once. */
export function demoLogins(now: number): string {
  const shown = demoPeople.filter(({ memberships }) =>
    memberships.some(({ at }) => at === 'meridian' || at === 'lagoon-view'),
  );
  const rows = shown.map(({ email, memberships }) => {
    const { at, roleKey } = memberships[0] ?? { at: '', roleKey: '' };
    return `  ${email.padEnd(34)} ${at} ${roleKey}`;
  });
  const today = dateIn(demoTenant.open.zone, now);
  for (const { email } of portalsAmong(demoEnrollees(today))) rows.push(`  ${email.padEnd(34)} an enrollee`);
  const heading = 'The people of the demo sign in with one click on the sign-in page, or with';
  return [heading, ...rows, `  and the password ${demoPassword}`].join('\n');
}
