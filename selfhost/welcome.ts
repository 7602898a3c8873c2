import { demoPeople } from './demo/people.ts';
import { demoPassword } from './demo/seed.ts';
import type { Settings } from './settings.ts';

/** The insurer's people and those of one facility: each role once, which is enough to look around with. */
function demoLines(): string[] {
  const shown = demoPeople.filter(({ memberships }) =>
    memberships.some(({ at }) => at === 'meridian' || at === 'lagoon-view'),
  );
  const rows = shown.map(({ email, memberships }) => {
    const { at, roleKey } = memberships[0] ?? { at: '', roleKey: '' };
    return `  ${email.padEnd(34)} ${at} ${roleKey}`;
  });
  return ['', 'The people of the demo sign in with one click on the first page, or with', ...rows];
}

/** What the launcher says when everything runs: the address first, for people and for programs that wait for it. */
export function welcome(origin: string, settings: Settings): string {
  const demo = settings.VETRA_DEMO ? [...demoLines(), `  and the password ${demoPassword}`, ''] : [];
  const ending = `Ctrl-C stops it; its data stays in ${settings.DATA_DIR}.`;
  return [`Vetra runs at ${origin}`, ...demo, ending].join('\n');
}
