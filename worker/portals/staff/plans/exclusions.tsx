import type { Context } from 'hono';
import type { Benefit, Exclusion, PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import type { Entry } from '../../../../views/hmo/plans/entry.ts';
import { ExclusionsPage } from '../../../../views/hmo/plans/exclusions-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { readForm, type SentForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt, render } from '../../../render.tsx';
import { staffView } from '../staff-view.tsx';
import { draftPage } from './draft-page.tsx';
import { entryOfExclusions } from './entries.ts';
import { filledForm, onlyAsks } from './filled.ts';
import { type DraftDesk, noDraft, openDraft } from './open-plan.ts';
import { exclusionCount, readExclusions } from './read-exclusions.ts';
import { entryOf } from './read-fields.ts';
import { errorsUnder, saveForm } from './save-form.ts';

const noBenefit = refuse('not_found', 'There is no such benefit in this draft: it was renamed or removed.');

/** Whose exclusions the address means: a benefit's, or the plan's (null); undefined: there is no such benefit. */
function ownerMeant(c: Context<AppEnv>, { draft }: DraftDesk): Benefit | null | undefined {
  const code = c.req.query('benefit') ?? '';
  return code === '' ? null : draft.rules.benefits.find((benefit) => benefit.code === code);
}

interface Shown {
  owner: Benefit | null;
  entry: Entry;
  /** how many stand in the form */
  count: number;
  errors?: FormErrors;
  form?: SentForm;
  stale?: string;
}

async function exclusionsPage(
  c: Context<AppEnv>,
  open: DraftDesk,
  { owner, count, stale, ...shown }: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { desk, plan, names } = open;
  const filled = await filledForm(c, open, shown);
  const page = (
    <ExclusionsPage
      slug={desk.slug}
      plan={plan}
      names={names}
      filled={filled}
      benefit={owner}
      count={count}
      stale={stale}
    />
  );
  const title = `Not covered · ${plan.name}`;
  return render(c, staffView(c, desk, { title, nav: 'plans' }, page), status);
}

function standing({ draft }: DraftDesk, owner: Benefit | null): Shown {
  const { exclusions } = owner ?? draft.rules;
  return { owner, entry: entryOfExclusions(exclusions), count: exclusions.length };
}

/** `GET …/draft/exclusions`; `?benefit=` shows those of one benefit. */
export async function showExclusions(c: Context<AppEnv>): Promise<Response> {
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  const owner = ownerMeant(c, open);
  return owner === undefined ? answer(c, noBenefit) : exclusionsPage(c, open, standing(open, owner));
}

function withExclusions(rules: PlanRules, owner: Benefit | null, exclusions: Exclusion[]): PlanRules {
  if (owner === null) return { ...rules, exclusions };
  const benefits = rules.benefits.map((each) => (each === owner ? { ...each, exclusions } : each));
  return { ...rules, benefits };
}

/** `POST …/draft/exclusions`: saves all of them; an empty one is left out, a ticked one removed. */
export async function saveExclusions(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  const owner = ownerMeant(c, open);
  if (owner === undefined) return answer(c, noBenefit);
  const sent = entryOf(form);
  if (onlyAsks(form))
    return exclusionsPage(c, open, { owner, entry: sent, count: exclusionCount(sent) - 1, form });

  const { exclusions, entry, errors: read } = readExclusions(sent);
  const count = exclusionCount(entry);
  if (exclusions === null) return exclusionsPage(c, open, { owner, entry, count, errors: read }, 422);
  const rules = withExclusions(open.draft.rules, owner, exclusions);
  const at = owner === null ? '' : `benefits.${open.draft.rules.benefits.indexOf(owner)}.`;
  const all = await errorsUnder(open, rules, at);
  const own = Object.entries(all).filter(([field]) => field.startsWith('exclusions.'));
  if (own.length > 0)
    return exclusionsPage(c, open, { owner, entry, count, errors: Object.fromEntries(own) }, 422);

  const saved = await saveForm(c, form, rules);
  if ('refusal' in saved) return answer(c, saved.refusal);
  if ('stale' in saved) return exclusionsPage(c, open, { owner, entry, count, stale: saved.stale }, 409);
  const { to } = open.desk;
  const { code } = open.plan;
  if (form.get('onward') !== 'another') return arriveAt(c, to.planDraft(code), () => draftPage(c));
  return arriveAt(c, to.planDraftExclusions(code, { benefit: owner?.code }), () => showExclusions(c));
}
