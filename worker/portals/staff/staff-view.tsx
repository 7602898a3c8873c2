import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { staffNavigation } from '../../../views/hmo/navigation.ts';
import type { Page } from '../../../views/layouts/main-piece.tsx';
import { Shell } from '../../../views/layouts/shell.tsx';
import { paths } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { pageAssets } from '../../page-assets.ts';
import type { View } from '../../render.tsx';
import type { StaffDesk } from './desk.ts';

/** A page of the staff's portal, in its shell. */
export function staffView(c: Context<AppEnv>, desk: StaffDesk, page: Page, content: ComponentChildren): View {
  const { organisation, principal, session } = c.var;
  const { slug, to, unread, counts } = desk;
  const open = openStates.reduce((sum, state) => sum + counts.byState[state].claims, 0);
  const whole = (inside: ComponentChildren) => (
    <Shell
      page={page}
      assets={pageAssets()}
      brand={{ name: organisation.name, href: to.dashboard() }}
      nav={staffNavigation(slug, principal.permissions, open, counts.requests)}
      person={{
        name: principal.name,
        role: session?.membership?.roleName ?? '',
        signOut: paths.signOut(),
        links: [{ label: 'Switch organisation', href: paths.organisations() }],
      }}
      bell={{ unread, href: to.notices(), list: to.notices({ list: 1 }) }}
      {...(desk.may('claim.view')
        ? { search: { action: to.claims(), label: 'Claim number or member id' } }
        : {})}
      live={{ href: paths.live() }}
    >
      {inside}
    </Shell>
  );
  return { page, site: organisation.name, content, whole, unread };
}
