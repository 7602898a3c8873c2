import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PlanRules, PlanScheme } from '../../domain/plans/plan.ts';

/** A plan: a name under which versions are published. */
export const plans = sqliteTable('plans', {
  code: text().primaryKey(),
  name: text().notNull(),
  scheme: text().$type<PlanScheme>().notNull(),
  retiredFrom: text('retired_from'),
});

/** What was published, version by version: rows are only ever added. */
export const planVersions = sqliteTable(
  'plan_versions',
  {
    plan: text().notNull(),
    version: integer().notNull(),
    from: text('from_date').notNull(),
    rules: text({ mode: 'json' }).$type<PlanRules>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.plan, table.version] })],
);

/** What is to become a plan's next version; `rules` null: there is no draft now. */
export const planDrafts = sqliteTable('plan_drafts', {
  plan: text().primaryKey(),
  revision: integer().notNull(),
  basedOn: integer('based_on'),
  rules: text({ mode: 'json' }).$type<PlanRules>(),
  savedAt: integer('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
});
