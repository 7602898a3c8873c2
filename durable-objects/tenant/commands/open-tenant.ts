import { seededReasonCodes } from '../../../schema/domain/claims/reason-codes.ts';
import { seededLimits } from '../../../schema/domain/limits/approval-limits.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { defaultSettings } from '../../../schema/domain/tenant-settings.ts';
import type { TenantHandler } from '../handler.ts';
import { newClient } from '../memory/clients.ts';
import { limitsKey } from '../memory/limits.ts';
import { only } from '../memory/settings.ts';

/** Those who are covered without an employer stand under this client. */
const individuals = newClient('INDV', 'Individuals');

/** The first command of a tenant: its settings, its roles, its table of reasons. */
export const openTenant: TenantHandler<'OpenTenant'> = {
  wants: () => [],
  decide: ({ zone, currency, filingWindowDays, ...own }, { tenantId, memory }) => {
    if (memory.settings.get(only)) return refuse('wrong_state', 'This workspace is open already.');
    const settings = defaultSettings(own);
    memory.settings.put({
      ...settings,
      currency,
      filingWindowDays,
      calendar: { ...settings.calendar, zone },
    });
    for (const role of seededRoles.tenant) memory.people.roles.put(role);
    for (const [role, limits] of Object.entries(seededLimits))
      memory.limits.put({ holder: limitsKey.role(role), limits });
    memory.reasons.put(new Map(seededReasonCodes.map((reason) => [reason.code, reason])));
    memory.clients.put(individuals);
    return { outcome: { tenantId }, subject: 'tenant', data: { slug: own.slug, currency, zone }, did: {} };
  },
};
