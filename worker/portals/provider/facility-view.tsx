import type { Context } from 'hono';
import type { ComponentChildren } from 'preact';
import type { Page } from '../../../views/layouts/main-piece.tsx';
import { Shell } from '../../../views/layouts/shell.tsx';
import { paths } from '../../../views/paths.ts';
import { facilityNavigation } from '../../../views/provider/navigation.ts';
import type { AppEnv } from '../../env.ts';
import { pageAssets } from '../../page-assets.ts';
import type { View } from '../../render.tsx';
import type { FacilityDesk } from './desk.ts';

/** A page of the facility's portal, in its shell. */
export function facilityView(
  c: Context<AppEnv>,
  { unread, may, requests }: FacilityDesk,
  page: Page,
  content: ComponentChildren,
): View {
  const { organisation, principal, session } = c.var;
  const to = paths.provider;
  // A card is scanned with the desk's camera; a page that was reached without a reload keeps the first one's policy.
  c.header('Permissions-Policy', 'camera=(self), microphone=(), geolocation=(), payment=()');
  const whole = (inside: ComponentChildren) => (
    <Shell
      page={page}
      assets={pageAssets()}
      brand={{ name: organisation.name, href: to.dashboard() }}
      nav={facilityNavigation(principal.permissions, requests)}
      person={{
        name: principal.name,
        role: session?.membership?.roleName ?? '',
        signOut: paths.signOut(),
        links: [{ label: 'Switch organisation', href: paths.organisations() }],
      }}
      bell={{ unread, href: to.notices(), list: to.notices({ list: 1 }) }}
      {...(may('facility.claim.view')
        ? { search: { action: to.claims(), label: 'Claim number or member id' } }
        : {})}
      live={{ href: paths.live() }}
    >
      {inside}
    </Shell>
  );
  return { page, site: organisation.name, content, whole, unread };
}
