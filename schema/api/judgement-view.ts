import { z } from 'zod';
import { ruleNames } from '../domain/adjudication/judgement.ts';
import { amountView, dateView, reasonView } from './parts.ts';

const notCovered = [
  'not begun',
  'suspended',
  'terminated',
  'deceased',
  'principal not covered',
  'client not covered',
  'contract ended',
  'no plan',
  'dependant not allowed',
] as const;

/** Whether somebody is covered on a day. */
export const coverView = z
  .strictObject({
    covered: z.boolean(),
    plan: z.string().nullable().meta({ description: 'code of the plan; null: not covered' }),
    because: z.enum(notCovered).nullable().meta({ description: 'which rule says no; null: covered' }),
    since: dateView.nullable().meta({ description: 'first day of it, as far as it is known' }),
    until: dateView.nullable().meta({ description: 'last day of it; null: no end is known' }),
  })
  .meta({ id: 'Cover', description: 'Whether somebody is covered on a day, and since and until when.' });

/** What one rule said of one line. */
export const findingView = z
  .strictObject({
    rule: z.enum(ruleNames),
    effect: z.enum(['refuse', 'reduce', 'note']).meta({
      description: 'refuse decides the line, reduce lowers it, note only says something worth knowing',
    }),
    reason: reasonView.nullable().meta({ description: 'null for a note' }),
    sentence: z.string().meta({ description: 'why, in one sentence with the figures the rule used' }),
  })
  .meta({ id: 'Finding', description: 'What one rule said of one line, and why in one sentence.' });

const leftWords = 'of the strictest money limit; null: no limit';

const lineJudgementView = z
  .strictObject({
    line: z.int().min(1).meta({ description: '1, 2, 3 … as they were sent' }),
    verdict: z.enum(['PASS', 'REDUCE', 'REFUSE']),
    plan: z.string().nullable(),
    benefit: z.string().nullable().meta({ description: 'code of the benefit; null: none was found' }),
    benefitName: z.string().nullable(),
    period: dateView.nullable().meta({ description: 'first day of the plan year it counts in' }),
    priceSource: z.enum(['link', 'standard', 'billed']).meta({
      description: "where the price is from: agreed with the facility, the tenant's standard, or as billed",
    }),
    price: amountView.meta({ description: 'per unit' }),
    approvedQuantity: z.int().min(0),
    approved: amountView.meta({ description: 'what the tenant would pay' }),
    deductible: amountView,
    coPay: amountView,
    enrolleeShare: amountView.meta({ description: 'everything that the enrollee bears' }),
    facilityShare: amountView.meta({ description: 'everything that the facility bears' }),
    leftBefore: amountView.nullable().meta({ description: `what is left before this line, ${leftWords}` }),
    leftAfter: amountView.nullable().meta({ description: `what is left after this line, ${leftWords}` }),
    needsAuthorization: z.boolean(),
    authorization: z.string().nullable(),
    reasons: z.array(reasonView),
    findings: z.array(findingView),
  })
  .meta({
    id: 'LineJudgement',
    description: 'What adjudication says of one line: claimed = approved + enrolleeShare + facilityShare.',
  });

/** What is left of one benefit. */
export const balanceView = z
  .strictObject({
    plan: z.string(),
    benefit: z.string().meta({ description: 'code; `*` is the ceiling over all benefits' }),
    name: z.string(),
    period: dateView.meta({ description: 'first day of the plan year' }),
    limit: amountView.nullable().meta({ description: 'null: no limit in money' }),
    sharedBy: z.enum(['person', 'family']),
    usedBefore: amountView,
    reserved: amountView,
    leftBefore: amountView.nullable(),
    usedAfter: amountView,
    leftAfter: amountView.nullable(),
    count: z
      .strictObject({
        of: z.enum(['visits', 'days', 'sessions', 'units']),
        most: z.int().min(0),
        before: z.int().min(0),
        after: z.int().min(0),
      })
      .nullable()
      .meta({ description: 'the limit in number; null: none' }),
  })
  .meta({ id: 'Balance', description: 'What is used and left of one benefit, before and after.' });

/** What adjudication says of a whole claim. */
export const judgementView = z
  .strictObject({
    cover: coverView,
    currency: z.string(),
    claimed: amountView,
    approved: amountView,
    enrolleeShare: amountView,
    facilityShare: amountView,
    clean: z.boolean().meta({ description: 'every line passes in full and nothing is noted' }),
    lines: z.array(lineJudgementView),
    balances: z.array(balanceView),
    fingerprint: z.string().meta({ description: 'names exactly these figures' }),
  })
  .meta({ id: 'Judgement', description: 'What adjudication says of a claim as it would be filed now.' });

export type CoverView = z.output<typeof coverView>;
export type JudgementView = z.output<typeof judgementView>;
export type FindingView = z.output<typeof findingView>;
