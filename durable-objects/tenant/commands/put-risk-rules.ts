import type { RiskRule } from '../../../schema/domain/risk/flag.ts';
import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** Says how the risk rules look at what comes in, or is answered, from then on. What was raised stays as it is, with the weight it had. */
export const putRiskRules: TenantHandler<'PutRiskRules'> = {
  wants: () => [],
  decide: ({ rules }, { memory }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    memory.settings.put({ ...settings, risk: rules });
    const names = Object.keys(rules) as RiskRule[];
    const data = Object.fromEntries(names.map((name) => [name, { ...rules[name] }]));
    const on = names.filter((name) => rules[name].on).length;
    return { outcome: { on }, subject: 'tenant', data: { rules: data }, did: {} };
  },
};
