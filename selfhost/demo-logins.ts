import { demoPeople } from './demo/people.ts';
import { demoPassword } from './demo/seed.ts';

/** How to sign in: the insurer's people and those of one facility, which is every role once. */
export function demoLogins(): string {
  const shown = demoPeople.filter(({ memberships }) =>
    memberships.some(({ at }) => at === 'meridian' || at === 'lagoon-view'),
  );
  const rows = shown.map(({ email, memberships }) => {
    const { at, roleKey } = memberships[0] ?? { at: '', roleKey: '' };
    return `  ${email.padEnd(34)} ${at} ${roleKey}`;
  });
  const heading = 'The people of the demo sign in with one click on the sign-in page, or with';
  return [heading, ...rows, `  and the password ${demoPassword}`].join('\n');
}
