import type { Moment } from '../../../schema/domain/dates.ts';
import type { Plan, PlanRules, PlanVersion } from '../../../schema/domain/plans/plan.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';

/** A plan with what was published of it, in the order of their dates. */
export interface PublishedPlan {
  plan: Plan;
  versions: PlanVersion[];
}

const versionsOf = `(select json_group_array(json_object('plan', v.plan, 'version', v.version, 'state', 'PUBLISHED',
  'from', v.from_date, 'revision', 0, 'rules', json(v.rules))) from plan_versions v where v.plan = plans.code)`;

/** Plans with their published versions, by code. */
export const planKind: Kind<PublishedPlan> = {
  name: 'plan',
  capacity: 500,
  keys: ({ plan }) => [plan.code],
  read: (keys) =>
    readJson(
      'plans',
      {
        plan: "json_object('code', code, 'name', name, 'scheme', scheme, 'retiredFrom', retired_from)",
        versions: versionsOf,
      },
      'code in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: PublishedPlan[] = JSON.parse(text);
    for (const { versions } of found) versions.sort((a, b) => a.version - b.version);
    return found;
  },
  write: (made, changed) => [
    ...insertRows(
      'plans',
      ['code', 'name', 'scheme', 'retired_from'],
      [...made, ...changed].map(({ plan }) => [plan.code, plan.name, plan.scheme, plan.retiredFrom]),
      'on conflict (code) do update set name = excluded.name, scheme = excluded.scheme, retired_from = excluded.retired_from',
    ),
    ...insertRows(
      'plan_versions',
      ['plan', 'version', 'from_date', 'rules'],
      [...made, ...changed].flatMap(({ versions }) =>
        versions.map(({ plan, version, from, rules }) => [plan, version, from, rules]),
      ),
      'on conflict do nothing',
    ),
  ],
};

/** What is to become a plan's next version; the revision counts on when it is discarded or published. */
export interface PlanDraft {
  plan: string;
  revision: number;
  /** the version it was begun from; null: none was published */
  basedOn: number | null;
  /** null: there is no draft now */
  rules: PlanRules | null;
  savedAt: Moment;
  /** the name of whoever saved it last */
  savedBy: string;
}

/** Drafts, by their plan's code: loaded by the editor's commands alone. */
export const planDraftKind: Kind<PlanDraft> = {
  name: 'plan draft',
  capacity: 50,
  keys: (draft) => [draft.plan],
  read: (keys) =>
    readJson(
      'plan_drafts',
      {
        plan: 'plan',
        revision: 'revision',
        basedOn: 'based_on',
        rules: 'json(rules)',
        savedAt: 'saved_at',
        savedBy: 'saved_by',
      },
      'plan in (select value from json_each(?))',
      keys,
    ),
  parse: (text) => {
    const found: PlanDraft[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'plan_drafts',
      ['plan', 'revision', 'based_on', 'rules', 'saved_at', 'saved_by'],
      [...made, ...changed].map((d) => [d.plan, d.revision, d.basedOn, d.rules, d.savedAt, d.savedBy]),
      'on conflict (plan) do update set revision = excluded.revision, based_on = excluded.based_on, rules = excluded.rules, saved_at = excluded.saved_at, saved_by = excluded.saved_by',
    ),
};
