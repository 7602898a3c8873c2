/** The tenant's catalogue (people.md); the names are part of the API. */
export const tenantPermissions = [
  'dashboard.view',
  'client.view',
  'client.create',
  'client.update',
  'client.suspend',
  'client.invoice',
  'enrollee.view',
  'enrollee.view_clinical',
  'enrollee.create',
  'enrollee.update',
  'enrollee.import',
  'enrollee.move_plan',
  'enrollee.suspend',
  'enrollee.terminate',
  'enrollee.export',
  'plan.view',
  'plan.create',
  'plan.update',
  'plan.publish',
  'plan.retire',
  'network.view',
  'network.link',
  'network.unlink',
  'service.view',
  'service.update',
  'tariff.view',
  'tariff.update',
  'tariff.import',
  'authorization.view',
  'authorization.create',
  'authorization.decide',
  'authorization.appeal_decide',
  'authorization.rule_view',
  'authorization.rule_update',
  'claim.view',
  'claim.create',
  'claim.receive',
  'claim.review',
  'claim.query',
  'claim.approve',
  'claim.reject',
  'claim.override_line',
  'claim.reopen',
  'claim.reassign',
  'claim.attachment_view',
  'pile.view',
  'pile.vet',
  'pile.batch_decide',
  'risk.view',
  'risk.dispose',
  'risk.rule_update',
  'investigation.view',
  'investigation.manage',
  'settlement.view',
  'settlement.create',
  'settlement.approve',
  'settlement.pay',
  'remittance.view',
  'dispute.view',
  'dispute.resolve',
  'capitation.view',
  'capitation.run',
  'capitation.approve',
  'report.view',
  'report.export',
  'limit.view',
  'limit.update',
  'role.view',
  'role.update',
  'user.view',
  'user.invite',
  'user.update',
  'user.suspend',
  'audit.view',
  'audit.export',
  'settings.view',
  'settings.update',
  'branding.update',
  'integration.manage',
  'billing.view',
] as const;

/** The facility's catalogue. */
export const facilityPermissions = [
  'facility.dashboard.view',
  'facility.claim.view',
  'facility.claim.draft',
  'facility.claim.submit',
  'facility.claim.answer',
  'facility.claim.withdraw',
  'facility.eligibility.view',
  'facility.checkin.create',
  'facility.authorization.view',
  'facility.authorization.request',
  'facility.authorization.appeal',
  'facility.network.view',
  'facility.network.request',
  'facility.payment.view',
  'facility.dispute.view',
  'facility.dispute.raise',
  'facility.patient.view',
  'facility.patient.update',
  'facility.role.view',
  'facility.role.update',
  'facility.user.view',
  'facility.user.invite',
  'facility.user.suspend',
  'facility.audit.view',
  'facility.settings.view',
  'facility.settings.update',
  'facility.integration.manage',
] as const;

/** The client's catalogue (the corporate portal). */
export const clientPermissions = [
  'company.dashboard.view',
  'company.enrollee.view',
  'company.enrollee.update',
  'company.enrollee.import',
  'company.enrollee.export',
  'company.plan.view',
  'company.proposal.answer',
  'company.utilisation.view',
  'company.activity.view',
  'company.report.view',
  'company.report.export',
  'company.invoice.view',
  'company.role.view',
  'company.role.update',
  'company.user.view',
  'company.user.invite',
  'company.user.suspend',
  'company.audit.view',
  'company.settings.view',
  'company.settings.update',
] as const;

/** The platform operator's catalogue. */
export const platformPermissions = [
  'platform.tenant.view',
  'platform.tenant.create',
  'platform.tenant.suspend',
  'platform.price.update',
  'platform.facility.view',
  'platform.facility.update',
  'platform.usage.view',
  'platform.invoice.view',
  'platform.health.view',
  'platform.support.access',
  'platform.tenant.export',
] as const;

/** What an enrollee may do with what is theirs. */
export const enrolleePermissions = ['me.view', 'me.answer_alert', 'me.update', 'me.export'] as const;

/** A name of any of the catalogues. */
export type Permission =
  | (typeof tenantPermissions)[number]
  | (typeof facilityPermissions)[number]
  | (typeof clientPermissions)[number]
  | (typeof platformPermissions)[number]
  | (typeof enrolleePermissions)[number];

/** The kinds of organisation a person can act for. `enrollee` is a person's own cover. */
export type OrganisationKind = 'tenant' | 'facility' | 'client' | 'enrollee' | 'platform';

/** An organisation by kind and id; the id also names its database and its actor. */
export interface OrganisationRef {
  kind: OrganisationKind;
  id: string;
}

/** Who acts, for whom, and what they may do there. Made by the worker from a session or key; the actor checks it again. */
export interface Principal {
  /** account id, API key id, or `system` */
  id: string;
  name: string;
  via: 'session' | 'key' | 'system';
  organisation: OrganisationRef;
  permissions: readonly Permission[];
}

/** What an action is about: the organisation it belongs to. */
export interface Subject {
  organisation: OrganisationRef;
}

/** Whether the principal belongs to the subject's organisation. Where this is false the answer is *not found*, never *forbidden*. */
export function reaches(principal: Principal, subject: Subject): boolean {
  const own = principal.organisation;
  return own.kind === subject.organisation.kind && own.id === subject.organisation.id;
}

/** May this principal do this to that? Absent means no. */
export function can(principal: Principal, permission: Permission, subject: Subject): boolean {
  return reaches(principal, subject) && principal.permissions.includes(permission);
}
