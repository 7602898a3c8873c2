import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { checkRules } from '../../../../schema/domain/plans/check-rules.ts';
import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { type FieldError, refuse } from '../../../../schema/domain/refusal.ts';
import type { PlanNames } from '../../../../views/plans/names.ts';
import type { AppEnv } from '../../../env.ts';
import { type PlanWithVersions, planByCode } from '../../../queries/plan-by-code.ts';
import { type FoundDraft, planDraft } from '../../../queries/plan-draft.ts';
import { allServiceGroups } from '../../../queries/service-groups.ts';
import { serviceNames, servicesIn } from '../../service-names.ts';
import { openDesk, type StaffDesk } from '../desk.ts';

/** A plan as its pages need it. */
export interface PlanDesk extends PlanWithVersions {
  desk: StaffDesk;
  today: string;
  /** null where there never was a draft; its rules are null where there is none now */
  draft: FoundDraft | null;
  names: PlanNames;
}

/** A plan whose draft is open. */
export interface DraftDesk extends PlanDesk {
  draft: FoundDraft & { rules: PlanRules };
}

export const noPlan = refuse('not_found', 'There is no such plan.');
export const noDraft = refuse('not_found', 'There is no draft of this plan: it was published or discarded.');

/** A plan, the one that the address names if no other is; null where there is none. */
export async function openPlan(
  c: Context<AppEnv>,
  code = c.req.param('plan') ?? '',
): Promise<PlanDesk | null> {
  const desk = await openDesk(c);
  const [found, draft, groups] = await Promise.all([
    planByCode(desk.db, code),
    planDraft(desk.db, code),
    allServiceGroups(desk.db),
  ]);
  if (found === null) return null;
  const all = [...found.versions.map(({ rules }) => rules), ...(draft?.rules ? [draft.rules] : [])];
  const services = await serviceNames(desk.db, [...new Set(all.flatMap(servicesIn))]);
  const { currency } = desk.settings;
  const today = dateIn(desk.zone, desk.now);
  return { ...found, desk, today, draft, names: { currency, groups, services } };
}

/** The same with its draft; null where there is no draft of it. */
export async function openDraft(c: Context<AppEnv>, code?: string): Promise<DraftDesk | null> {
  const open = await openPlan(c, code);
  const rules = open?.draft?.rules;
  return open?.draft && rules ? { ...open, draft: { ...open.draft, rules } } : null;
}

/** What is wrong with rules, by the tenant's own groups and services. */
export async function problemsOf({ desk, names }: PlanDesk, rules: PlanRules): Promise<FieldError[]> {
  const known = await serviceNames(desk.db, servicesIn(rules));
  return checkRules(rules, {
    groupExists: (code) => names.groups.some((group) => group.code === code),
    serviceExists: (code) => Object.hasOwn(known, code),
  });
}
