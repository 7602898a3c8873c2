import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { myNavigation } from '../../../views/enrollee/navigation.ts';
import type { Page } from '../../../views/layouts/main-piece.tsx';
import { Shell } from '../../../views/layouts/shell.tsx';
import { paths } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { pageAssets } from '../../page-assets.ts';
import type { View } from '../../render.tsx';
import type { MyDesk } from './desk.ts';

/** A page of the enrollee's portal, in its shell: larger type, and room for a thumb. */
export function myView(
  c: Context<AppEnv>,
  { settings, person }: MyDesk,
  page: Page,
  content: ComponentChildren,
): View {
  // Where they are is asked for by a button only; a page that was reached without a reload keeps the first one's policy.
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(self), payment=()');
  const whole = (inside: ComponentChildren) => (
    <Shell
      page={page}
      assets={pageAssets()}
      brand={{ name: settings.name, href: paths.me.dashboard() }}
      nav={myNavigation()}
      person={{
        name: `${person.firstName} ${person.lastName}`,
        role: person.memberId,
        signOut: paths.signOut(),
        links: [{ label: 'Switch organisation', href: paths.organisations() }],
      }}
      density="roomy"
    >
      {inside}
    </Shell>
  );
  return { page, site: settings.name, content, whole };
}
