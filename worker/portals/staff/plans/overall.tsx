import type { Context } from 'hono';
import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { planRulesForm } from '../../../../schema/forms/plan-rules.ts';
import type { Entry } from '../../../../views/hmo/plans/entry.ts';
import { OverallPage } from '../../../../views/hmo/plans/overall-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { readForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors } from '../../form-errors.ts';
import { staffView } from '../staff-view.tsx';
import { draftPage } from './draft-page.tsx';
import { entryOfOverall } from './entries.ts';
import { filledForm } from './filled.ts';
import { type DraftDesk, noDraft, openDraft } from './open-plan.ts';
import { entryOf, FieldReader } from './read-fields.ts';
import { errorsUnder, saveForm } from './save-form.ts';

type Shown = { entry: Entry; errors?: FormErrors; stale?: string };

async function overallPage(
  c: Context<AppEnv>,
  open: DraftDesk,
  { stale, ...shown }: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { desk, plan, names } = open;
  const filled = await filledForm(c, open, shown);
  const page = (
    <OverallPage slug={desk.slug} plan={plan} currency={names.currency} filled={filled} stale={stale} />
  );
  const title = `Over all benefits · ${plan.name}`;
  return render(c, staffView(c, desk, { title, nav: 'plans' }, page), status);
}

/** `GET …/draft/overall`. */
export async function showOverall(c: Context<AppEnv>): Promise<Response> {
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  return overallPage(c, open, { entry: entryOfOverall(open.draft.rules) });
}

const overallForm = planRulesForm.omit({ benefits: true, exclusions: true });

function readOverall(entry: Entry, standing: PlanRules): { rules: PlanRules | null; errors: FormErrors } {
  const fields = new FieldReader(entry);
  const typed = {
    overall: { person: fields.money('overall.person'), family: fields.money('overall.family') },
    deductible: fields.money('deductible'),
    dependants: {
      spouse: fields.ticked('dependants.spouse'),
      childrenUnder: fields.whole('dependants.childrenUnder'),
      other: fields.ticked('dependants.other'),
      most: fields.whole('dependants.most'),
    },
    onMove: fields.text('onMove'),
  };
  const parsed = overallForm.safeParse(typed);
  if (!parsed.success) return { rules: null, errors: { ...formErrors(parsed.error), ...fields.errors } };
  const { benefits, exclusions } = standing;
  return { rules: { benefits, exclusions, ...parsed.data }, errors: fields.errors };
}

/** `POST …/draft/overall`: limits, dependants and what a move means, over all benefits. */
export async function saveOverall(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  const entry = entryOf(form);
  const { rules, errors: read } = readOverall(entry, open.draft.rules);
  if (rules === null) return overallPage(c, open, { entry, errors: read }, 422);
  const all = await errorsUnder(open, rules, '');
  // A benefit whose limit no longer fits is mended on its own page; the draft says so.
  const own = Object.entries(all).filter(([field]) => !/^(benefits|exclusions)/.test(field));
  const errors = { ...Object.fromEntries(own), ...read };
  if (Object.keys(errors).length > 0) return overallPage(c, open, { entry, errors }, 422);

  const saved = await saveForm(c, form, rules);
  if ('refusal' in saved) return answer(c, saved.refusal);
  if ('stale' in saved) return overallPage(c, open, { entry, stale: saved.stale }, 409);
  return arriveAt(c, open.desk.to.planDraft(open.plan.code), () => draftPage(c));
}
