import type { Context } from 'hono';
import type { PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { SentForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { saveDraft } from './draft.ts';
import { type DraftDesk, problemsOf } from './open-plan.ts';
import { fieldOfForm } from './problem-of.ts';

/** Mistakes of the fields that begin with a prefix, by the form's own names. */
export async function errorsUnder(open: DraftDesk, rules: PlanRules, prefix: string): Promise<FormErrors> {
  const found: Record<string, string> = {};
  for (const { field, message } of await problemsOf(open, rules))
    if (field.startsWith(prefix)) found[fieldOfForm(field.slice(prefix.length))] ??= message;
  return found;
}

/** What became of a form of the editor. */
export type Saved = { saved: true } | { stale: string } | { refusal: Refusal };

/** Saves the draft with these rules, if the form was made from the revision that stands. */
export async function saveForm(c: Context<AppEnv>, form: SentForm, rules: PlanRules): Promise<Saved> {
  const answered = await saveDraft(c, form, rules);
  if (!isRefusal(answered)) return { saved: true };
  return answered.code === 'stale' ? { stale: answered.message } : { refusal: answered };
}
