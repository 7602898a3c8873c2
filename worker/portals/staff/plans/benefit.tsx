import type { Context } from 'hono';
import { blankBenefit } from '../../../../schema/domain/plans/blank-rules.ts';
import type { Benefit, PlanRules } from '../../../../schema/domain/plans/plan.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { BenefitPage } from '../../../../views/hmo/plans/benefit-page.tsx';
import type { Entry } from '../../../../views/hmo/plans/entry.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { freshId, readForm, type SentForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt, render } from '../../../render.tsx';
import { staffView } from '../staff-view.tsx';
import { draftPage } from './draft-page.tsx';
import { entryOfBenefit } from './entries.ts';
import { filledForm, onlyAsks } from './filled.ts';
import { type DraftDesk, noDraft, openDraft } from './open-plan.ts';
import { readBenefit } from './read-benefit.ts';
import { entryOf, withoutGaps } from './read-fields.ts';
import { errorsUnder, saveForm } from './save-form.ts';

const noBenefit = refuse('not_found', 'There is no such benefit in this draft: it was renamed or removed.');

/** The benefit that the address names; null: one that is to be added; undefined: there is none. */
function benefitMeant(c: Context<AppEnv>, { draft }: DraftDesk): Benefit | null | undefined {
  const code = c.req.param('benefit');
  return code === 'new' ? null : draft.rules.benefits.find((benefit) => benefit.code === code);
}

/** Which benefit each group belongs to, but for one benefit itself. */
function holdersOf({ draft }: DraftDesk, own: Benefit | null): Record<string, string> {
  const others = draft.rules.benefits.filter(({ code }) => code !== own?.code);
  return Object.fromEntries(others.flatMap(({ groups, name }) => groups.map((group) => [group, name])));
}

interface Shown {
  benefit: Benefit | null;
  entry: Entry;
  errors?: FormErrors;
  form?: SentForm;
  stale?: string;
  added?: string;
}

async function benefitPage(
  c: Context<AppEnv>,
  open: DraftDesk,
  { benefit, stale, ...shown }: Shown,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { desk, plan, names, draft } = open;
  const filled = await filledForm(c, open, shown);
  const added = shown.added ?? c.req.query('added');
  const page = (
    <BenefitPage
      slug={desk.slug}
      plan={plan}
      names={names}
      filled={filled}
      benefit={benefit}
      others={draft.rules.benefits.filter(({ code }) => code !== benefit?.code)}
      holders={holdersOf(open, benefit)}
      stale={stale}
      removeId={freshId()}
      added={draft.rules.benefits.find(({ code }) => code === added)?.name}
    />
  );
  const title = benefit === null ? 'Add a benefit' : benefit.name;
  return render(c, staffView(c, desk, { title: `${title} · ${plan.name}`, nav: 'plans' }, page), status);
}

const blank = { ...entryOfBenefit(blankBenefit('', '', 'other')), category: [''] };

/** `GET …/draft/benefits/<benefit>`; `new`: an empty form. */
export async function showBenefit(c: Context<AppEnv>): Promise<Response> {
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  const benefit = benefitMeant(c, open);
  if (benefit === undefined) return answer(c, noBenefit);
  return benefitPage(c, open, { benefit, entry: benefit === null ? blank : entryOfBenefit(benefit) });
}

/** The rules with a benefit added or changed; what stood within it still does, whatever its code is now. */
function withBenefit(rules: PlanRules, before: Benefit | null, now: Benefit): PlanRules {
  if (before === null) return { ...rules, benefits: [...rules.benefits, now] };
  const benefits = rules.benefits.map((benefit) => {
    if (benefit === before) return now;
    return benefit.within === before.code ? { ...benefit, within: now.code } : benefit;
  });
  return { ...rules, benefits };
}

/** `POST …/draft/benefits/<benefit>`: saves it, and goes back to the draft or on to another. */
export async function saveBenefit(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const open = await openDraft(c);
  if (open === null) return answer(c, noDraft);
  const before = benefitMeant(c, open);
  if (before === undefined) return answer(c, noBenefit);
  const sent = entryOf(form);
  if (onlyAsks(form)) return benefitPage(c, open, { benefit: before, entry: sent, form });

  const entry = withoutGaps(sent, 'services');
  const read = readBenefit(entry, before?.exclusions ?? []);
  if (read.benefit === null)
    return benefitPage(c, open, { benefit: before, entry, errors: read.errors }, 422);
  const { rules: standing } = open.draft;
  const rules = withBenefit(standing, before, read.benefit);
  // Looked at last, so that what it shares with another benefit is said here and not there.
  const others = rules.benefits.filter((benefit) => benefit !== read.benefit);
  const last = { ...rules, benefits: [...others, read.benefit] };
  const found = await errorsUnder(open, last, `benefits.${others.length}.`);
  const errors = { ...found, ...read.errors };
  const own = Object.keys(errors).filter((field) => !field.startsWith('exclusions.'));
  if (own.length > 0) return benefitPage(c, open, { benefit: before, entry, errors }, 422);

  const saved = await saveForm(c, form, rules);
  if ('refusal' in saved) return answer(c, saved.refusal);
  if ('stale' in saved) return benefitPage(c, open, { benefit: before, entry, stale: saved.stale }, 409);
  const { to } = open.desk;
  const { code } = open.plan;
  if (form.get('onward') !== 'another') return arriveAt(c, to.planDraft(code), () => draftPage(c));
  const added = read.benefit.code;
  return arriveAt(c, to.planDraftBenefit(code, 'new', { added }), async () => {
    const next = await openDraft(c);
    return next === null ? answer(c, noDraft) : benefitPage(c, next, { benefit: null, entry: blank, added });
  });
}
