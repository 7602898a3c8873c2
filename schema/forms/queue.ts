import { z } from 'zod';
import { encounterTypes } from '../domain/claims/claim.ts';
import { line, minor } from './fields.ts';

/** So many rules, each looked at for every claim that is ranked. */
const rules_max = 40;
/** A month either way: beyond that a claim is not earlier or later but first or last. */
const hours_max = 720;

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'Name it by its code.')
  .nullable();

/** One payer rule: what it is about, and by how many hours such claims stand earlier. */
const queueRule = z
  .strictObject({
    name: line(60, 'a name for the rule'),
    hours: z
      .number({ error: 'Enter hours, for example 4, or −4 for later.' })
      .int('Enter whole hours.')
      .min(-hours_max, `Enter −${hours_max} or more.`)
      .max(hours_max, `Enter at most ${hours_max}.`)
      .refine((hours) => hours !== 0, 'Enter hours above or below zero: zero changes nothing.'),
    facilityId: code,
    clientCode: code,
    planCode: code,
    serviceGroup: code,
    amountFrom: minor('the lowest amount').nullable(),
    amountTo: minor('the highest amount').nullable(),
    encounterType: z.enum(encounterTypes, 'Choose a kind of encounter.').nullable(),
  })
  .superRefine((rule, context) => {
    const { name: _, hours: __, ...conditions } = rule;
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (Object.values(conditions).every((each) => each === null))
      say('name', 'Say which claims the rule is for: one for all claims changes no order.');
    if (rule.amountFrom !== null && rule.amountTo !== null && rule.amountFrom > rule.amountTo)
      say('amountTo', 'Enter at least the lowest amount.');
  });

/** How the queue is ordered beyond due moments (claims.md, Queue order). */
export const putQueueRulesForm = z.strictObject({
  highValue: minor('the high value').min(1, 'Enter an amount above zero.'),
  rules: z.array(queueRule).max(rules_max, `Keep at most ${rules_max} rules.`),
});

export type PutQueueRules = z.output<typeof putQueueRulesForm>;

/** One portion of a queue that is ranked anew: sent by the system alone. */
export interface RankAnew {
  /** what the portions follow from: the command that changed the rules */
  round: string;
  /** where the portion before it ended */
  after: number;
  /** open claims, by id */
  ids: readonly number[];
  /** where it ends; null: nothing open is beyond it */
  through: number | null;
}

const viewId = z.string().regex(/^[0-9a-z-]{8,40}$/, 'Name the view by its id.');

/** Filters of the queue, saved under a name for oneself. */
export const putQueueViewForm = z.strictObject({
  /** left out: a new one */
  viewId: viewId.optional(),
  name: line(40, 'a name for the view'),
  /** as it stands in the queue's address; left out: as it was */
  query: z
    .string()
    .max(400)
    .regex(/^[\x21-\x7e]*$/)
    .optional(),
  /** the queue opens with it */
  isDefault: z.boolean(),
});

export type PutQueueView = z.output<typeof putQueueViewForm>;
/** A view that is not wanted any more. */
export interface RemoveQueueView {
  viewId: string;
}
