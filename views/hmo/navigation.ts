import { importKinds, importPermission } from '../../schema/domain/imports/import.ts';
import type { Permission } from '../../schema/domain/permissions.ts';
import type { NavItem } from '../layouts/navigation.tsx';
import { paths } from '../paths.ts';

/** Whoever may import something finds what was imported. */
function importsItem(slug: string, permissions: readonly Permission[]): (NavItem & { needs: Permission })[] {
  const needs = importKinds.map((kind) => importPermission[kind]).find((each) => permissions.includes(each));
  if (needs === undefined) return [];
  return [{ id: 'imports', label: 'Imports', href: paths.staff(slug).imports(), icon: 'file', needs }];
}

/** What an insurer says once of how it works. */
function settingsItems(slug: string): (NavItem & { needs: Permission })[] {
  const to = paths.staff(slug);
  return [
    {
      id: 'channels',
      label: 'Channels',
      href: to.channels(),
      icon: 'bell',
      needs: 'settings.view',
    },
    {
      id: 'claim-rules',
      label: 'Claim rules',
      href: to.claimRules(),
      icon: 'settings',
      needs: 'settings.view',
    },
    {
      id: 'queue-rules',
      label: 'Queue order',
      href: to.queueRules(),
      icon: 'settings',
      needs: 'settings.view',
    },
    {
      id: 'authorization-clocks',
      label: 'Authorization clocks',
      href: to.authorizationClocks(),
      icon: 'clock',
      needs: 'settings.view',
    },
    {
      id: 'files-wanted',
      label: 'Files wanted',
      href: to.attachmentRules(),
      icon: 'file',
      needs: 'settings.view',
    },
    {
      id: 'approval-limits',
      label: 'Approval limits',
      href: to.approvalLimits(),
      icon: 'shield',
      needs: 'limit.view',
    },
    { id: 'settings', label: 'API keys', href: to.apiKeys(), icon: 'key', needs: 'integration.manage' },
  ];
}

/** The staff portal's modules, as far as the person may enter them. */
export function staffNavigation(
  slug: string,
  permissions: readonly Permission[],
  open?: number,
  requests?: number,
): NavItem[] {
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
    {
      id: 'authorizations',
      label: 'Authorizations',
      href: to.authorizations(),
      icon: 'clock',
      needs: 'authorization.view',
      ...(requests === undefined ? {} : { count: requests }),
    },
    { id: 'piles', label: 'Piles', href: to.piles(), icon: 'pile', needs: 'pile.view' },
    { id: 'risk', label: 'Risk', href: to.risk(), icon: 'warning', needs: 'risk.view' },
    {
      id: 'investigations',
      label: 'Investigations',
      href: to.investigations(),
      icon: 'flag',
      needs: 'investigation.view',
    },
    { id: 'enrollees', label: 'Enrollees', href: to.enrollees(), icon: 'people', needs: 'enrollee.view' },
    { id: 'clients', label: 'Clients', href: to.clients(), icon: 'book', needs: 'client.view' },
    { id: 'providers', label: 'Providers', href: to.providers(), icon: 'building', needs: 'network.view' },
    ...importsItem(slug, permissions),
    {
      id: 'eligibility',
      label: 'Eligibility',
      href: to.eligibility(),
      icon: 'shield',
      needs: 'enrollee.view',
    },
    { id: 'plans', label: 'Plans', href: to.plans(), icon: 'heart', needs: 'plan.view' },
    { id: 'services', label: 'Services', href: to.services(), icon: 'list', needs: 'service.view' },
    ...settingsItems(slug),
  ];
  return items.filter((item) => permissions.includes(item.needs)).map(({ needs: _, ...item }) => item);
}
