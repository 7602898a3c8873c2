import type { Permission } from '../../schema/domain/permissions.ts';
import type { NavItem } from '../layouts/navigation.tsx';
import { paths } from '../paths.ts';

/** The facility portal's modules, as far as the person may enter them. */
export function facilityNavigation(permissions: readonly Permission[], requests?: number): NavItem[] {
  const items: (NavItem & { needs: Permission })[] = [
    {
      id: 'dashboard',
      label: 'Dashboard',
      href: paths.provider.dashboard(),
      icon: 'home',
      needs: 'facility.dashboard.view',
    },
    {
      id: 'check-in',
      label: 'Check-in',
      href: paths.provider.checkIn(),
      icon: 'person',
      needs: 'facility.checkin.create',
    },
    {
      id: 'eligibility',
      label: 'Eligibility',
      href: paths.provider.eligibility(),
      icon: 'shield',
      needs: 'facility.eligibility.view',
    },
    {
      id: 'authorizations',
      label: 'Authorizations',
      href: paths.provider.authorizations(),
      icon: 'clock',
      needs: 'facility.authorization.view',
      ...(requests === undefined ? {} : { count: requests }),
    },
    {
      id: 'claims',
      label: 'Claims',
      href: paths.provider.claims(),
      icon: 'claim',
      needs: 'facility.claim.view',
    },
    {
      id: 'drafts',
      label: 'Drafts',
      href: paths.provider.drafts(),
      icon: 'file',
      needs: 'facility.claim.draft',
    },
    {
      id: 'network',
      label: 'HMO network',
      href: paths.provider.network(),
      icon: 'link',
      needs: 'facility.network.view',
    },
  ];
  return items.filter((item) => permissions.includes(item.needs)).map(({ needs: _, ...item }) => item);
}
