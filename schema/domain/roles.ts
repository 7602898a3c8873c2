import {
  clientPermissions,
  facilityPermissions,
  type OrganisationKind,
  type Permission,
  platformPermissions,
  tenantPermissions,
} from './permissions.ts';

/** A role: a name and a set of permissions. `key` stays when the name is edited. */
export interface Role {
  key: string;
  name: string;
  permissions: readonly Permission[];
}

const endsIn = (all: readonly Permission[], ...endings: string[]) =>
  all.filter((permission) => endings.some((ending) => permission.endsWith(ending)));
const under = (all: readonly Permission[], ...areas: string[]) =>
  all.filter((permission) => areas.some((area) => permission.startsWith(`${area}.`)));
const union = (...sets: (readonly Permission[])[]): Permission[] => [...new Set(sets.flat())];

const tenantViews = endsIn(tenantPermissions, '.view', '.rule_view').filter(
  (permission) =>
    !permission.startsWith('audit.') && !permission.startsWith('settings.') && permission !== 'billing.view',
);
const adjudication: Permission[] = [
  'enrollee.view_clinical',
  'claim.attachment_view',
  'claim.receive',
  'claim.review',
  'claim.query',
  'claim.approve',
  'claim.reject',
  'pile.vet',
  'authorization.decide',
  'risk.dispose',
];

const tenantRoles: readonly Role[] = [
  { key: 'admin', name: 'Admin', permissions: tenantPermissions },
  {
    key: 'claims-manager',
    name: 'Claims Manager',
    permissions: union(
      tenantViews,
      adjudication,
      under(tenantPermissions, 'claim', 'pile', 'risk', 'investigation', 'authorization', 'report'),
    ),
  },
  {
    key: 'adjudicator',
    name: 'Adjudicator',
    // Whoever takes a call enters the claim or the request: somebody else decides on it.
    permissions: union(tenantViews, adjudication, ['claim.create', 'authorization.create']),
  },
  {
    key: 'finance',
    name: 'Finance',
    permissions: union(
      tenantViews,
      under(tenantPermissions, 'settlement', 'dispute', 'capitation', 'report'),
      ['client.invoice'],
    ),
  },
  {
    key: 'provider-relations',
    name: 'Provider Relations',
    permissions: union(tenantViews, under(tenantPermissions, 'network', 'tariff', 'service')),
  },
  { key: 'read-only', name: 'Read-only', permissions: tenantViews },
];

const facilityViews = endsIn(facilityPermissions, '.view').filter(
  (permission) => !/audit|settings|role|user/.test(permission),
);
const facilityRoles: readonly Role[] = [
  { key: 'owner', name: 'Owner', permissions: facilityPermissions },
  {
    key: 'admin',
    name: 'Admin',
    permissions: facilityPermissions.filter((permission) => permission !== 'facility.role.update'),
  },
  {
    key: 'billing',
    name: 'Billing Staff',
    permissions: union(
      facilityViews,
      under(facilityPermissions, 'facility.claim', 'facility.dispute', 'facility.authorization'),
    ),
  },
  {
    key: 'front-desk',
    name: 'Front Desk',
    permissions: [
      'facility.dashboard.view',
      'facility.claim.view',
      'facility.claim.draft',
      'facility.eligibility.view',
      'facility.checkin.create',
      'facility.authorization.view',
    ],
  },
  { key: 'read-only', name: 'Read-only', permissions: facilityViews },
];

const clientRoles: readonly Role[] = [
  { key: 'hr-admin', name: 'HR Admin', permissions: clientPermissions },
  {
    key: 'benefits-lead',
    name: 'Benefits Lead',
    permissions: [
      'company.dashboard.view',
      'company.plan.view',
      'company.utilisation.view',
      'company.activity.view',
      'company.report.view',
      'company.report.export',
    ],
  },
  {
    key: 'finance',
    name: 'Finance',
    permissions: ['company.dashboard.view', 'company.invoice.view', 'company.report.view'],
  },
  { key: 'read-only', name: 'Read-only', permissions: ['company.dashboard.view'] },
];

const platformRoles: readonly Role[] = [
  { key: 'operator', name: 'Operator', permissions: platformPermissions },
  {
    key: 'support',
    name: 'Support',
    permissions: union(endsIn(platformPermissions, '.view'), ['platform.support.access']),
  },
];

/** The roles each kind of organisation is seeded with (people.md, Roles); an enrollee has none: what is theirs is theirs. */
export const seededRoles: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  tenant: tenantRoles,
  facility: facilityRoles,
  client: clientRoles,
  platform: platformRoles,
  enrollee: [],
};
