import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { VisitDialog } from '../../../views/enrollee/alerts/alert-dialog.tsx';
import { myNavigation, myTabs } from '../../../views/enrollee/navigation.ts';
import type { Page } from '../../../views/layouts/main-piece.tsx';
import { Shell } from '../../../views/layouts/shell.tsx';
import { paths } from '../../../views/paths.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import type { View } from '../../render.tsx';
import type { MyDesk } from './desk.ts';
import { myAssets } from './my-assets.ts';

/** A page of the enrollee's portal, in its shell: larger type, and room for a thumb. */
export function myView(
  c: Context<AppEnv>,
  { settings, person, seq, waiting, unread }: MyDesk,
  own: Page,
  content: ComponentChildren,
): View {
  const owner = c.var.organisation.id;
  const page = { ...own, seq, see: ['me', 'alerts', ...(own.see ?? [])] };
  // Whose page it is, for what is kept on the device (views/assets/client/service-worker-card.ts).
  c.header('X-Vetra-Owner', owner);
  // Where they are is asked for by a button only; a page that was reached without a reload keeps the first one's policy.
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(self), payment=()');
  const whole = (inside: ComponentChildren) => (
    <Shell
      page={page}
      assets={myAssets()}
      brand={{ name: settings.name, href: paths.me.dashboard() }}
      nav={myNavigation()}
      tabs={myTabs()}
      person={{
        name: `${person.firstName} ${person.lastName}`,
        role: person.memberId,
        signOut: paths.signOut(),
        links: [{ label: 'Switch organisation', href: paths.organisations() }],
      }}
      bell={{ unread, href: paths.me.notices(), list: paths.me.notices({ list: 1 }) }}
      live={{ href: paths.live() }}
      device={{ worker: paths.me.worker(), scope: paths.me.dashboard(), owner }}
      density="roomy"
      alert={waiting.map((visit) => <VisitDialog {...visit} commandId={freshId()} />)}
    >
      {inside}
    </Shell>
  );
  return { page, site: settings.name, content, whole };
}
