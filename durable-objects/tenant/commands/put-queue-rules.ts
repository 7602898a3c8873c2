import { openStates } from '../../../schema/domain/claims/claim.ts';
import type { QueueRule } from '../../../schema/domain/claims/queue-rule.ts';
import { type FieldError, refuse } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantHandler } from '../handler.ts';
import { linkKey } from '../memory/network.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';

type Condition = 'facilityId' | 'clientCode' | 'planCode' | 'serviceGroup';

/** Where what a rule names is found. */
const wantOf = (memory: TenantMemory, condition: Condition, value: string): Want =>
  ({
    facilityId: () => ({ shelf: memory.links, key: linkKey.facility(value) }),
    clientCode: () => ({ shelf: memory.clients, key: value }),
    planCode: () => ({ shelf: memory.plans, key: value }),
    serviceGroup: () => ({ shelf: memory.serviceGroups, key: value }),
  })[condition]();

const unknown: Readonly<Record<Condition, string>> = {
  facilityId: 'No facility of this name is linked with you.',
  clientCode: 'There is no client with this code.',
  planCode: 'There is no plan with this code.',
  serviceGroup: 'There is no group of services with this code.',
};
const conditions = ['facilityId', 'clientCode', 'planCode', 'serviceGroup'] as const;

const namedBy = (rules: readonly QueueRule[]) =>
  rules.flatMap((rule, nth) =>
    conditions.flatMap((condition) => {
      const value = rule[condition];
      return value === null ? [] : [{ nth, condition, value }];
    }),
  );

function isKnown(memory: TenantMemory, condition: Condition, value: string): boolean {
  if (condition === 'facilityId') return memory.links.get(linkKey.facility(value)) !== null;
  const shelf = { clientCode: memory.clients, planCode: memory.plans, serviceGroup: memory.serviceGroups };
  return shelf[condition].get(value) !== null;
}

/** Says how the queue is ordered. Claims from now on are ranked by it; those that are open already, in the background. */
export const putQueueRules: TenantHandler<'PutQueueRules'> = {
  wants: (memory, { rules }) =>
    namedBy(rules).map(({ condition, value }) => wantOf(memory, condition, value)),
  decide: ({ highValue, rules }, { memory, newId }) => {
    const settings = memory.settings.get(only);
    if (settings === null) throw new Error('a tenant without settings takes no command');
    const errors: FieldError[] = namedBy(rules)
      .filter(({ condition, value }) => !isKnown(memory, condition, value))
      .map(({ nth, condition }) => ({ field: `rules.${nth}.${condition}`, message: unknown[condition] }));
    if (errors[0]) return refuse('invalid', errors[0].message, errors);
    const totals = memory.tally.totals();
    const open = openStates.reduce((sum, state) => sum + totals[state].claims, 0);
    const ranking = open === 0 ? null : { round: newId(), after: 0, done: 0, open };
    memory.settings.put({ ...settings, highValue, queueRules: rules, ranking });
    return {
      outcome: { rules: rules.length, toRank: open },
      subject: 'tenant',
      data: { highValue, rules: rules.map((rule) => ({ ...rule })) },
      did: { ranking: { done: 0, open, isOver: ranking === null } },
    };
  },
};
