import type { Permission } from '../../schema/domain/permissions.ts';
import type { NavItem } from '../layouts/navigation.tsx';
import { paths } from '../paths.ts';

/** The staff portal's modules, as far as the person may enter them. */
export function staffNavigation(slug: string, permissions: readonly Permission[], open?: number): NavItem[] {
  const to = paths.staff(slug);
  const items: (NavItem & { needs: Permission })[] = [
    { id: 'dashboard', label: 'Dashboard', href: to.dashboard(), icon: 'home', needs: 'dashboard.view' },
    {
      id: 'claims',
      label: 'Claims',
      href: to.claims(),
      icon: 'claim',
      needs: 'claim.view',
      ...(open === undefined ? {} : { count: open }),
    },
    { id: 'providers', label: 'Providers', href: to.providers(), icon: 'building', needs: 'network.view' },
    {
      id: 'claim-rules',
      label: 'Claim rules',
      href: to.claimRules(),
      icon: 'settings',
      needs: 'settings.view',
    },
    { id: 'settings', label: 'API keys', href: to.apiKeys(), icon: 'key', needs: 'integration.manage' },
  ];
  return items.filter((item) => permissions.includes(item.needs)).map(({ needs: _, ...item }) => item);
}
