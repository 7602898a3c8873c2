import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** So many trials are kept: a rule that is switched on keeps its own. */
const trials_max = 40;

/** Keeps what a trial of a rule's conditions came to, so that a rule of just these conditions can be switched on. */
export const recordRuleTrial: TenantHandler<'RecordRuleTrial'> = {
  wants: () => [],
  decide: (trial, { memory, at }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    const others = settings.ruleTrials.filter(({ conditions }) => conditions !== trial.conditions);
    memory.settings.put({ ...settings, ruleTrials: [...others, { ...trial, at }].slice(-trials_max) });
    return { outcome: { conditions: trial.conditions }, subject: 'tenant', data: { ...trial }, did: {} };
  },
};
