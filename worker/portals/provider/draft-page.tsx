import type { Context } from 'hono';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { type DraftStep, draftSteps } from '../../../views/paths/provider.ts';
import type { DraftView } from '../../../views/provider/draft-view.ts';
import { LinesStep } from '../../../views/provider/lines-step.tsx';
import { PatientStep } from '../../../views/provider/patient-step.tsx';
import { type DraftProblem, ReviewStep } from '../../../views/provider/review-step.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import { refusalErrors } from '../form-errors.ts';
import { assessDraft, dryRun, whoIsMeant } from './assess-draft.ts';
import type { FacilityDesk } from './desk.ts';
import { claimOfDraft } from './draft-claim.ts';
import { draftFiles } from './draft-files.tsx';
import type { OpenDraft } from './draft-view.ts';
import { facilityView } from './facility-view.tsx';

type Status = Parameters<typeof render>[2];
/** What a step is shown with besides the draft itself. */
export type DraftSaid = Partial<Pick<DraftView, 'errors' | 'found' | 'conflict'>>;

/** The step that a field is on. */
export const stepOf = (field: string): DraftStep =>
  /^attachments\b/.test(field) ? 'review' : /^(lines|total|currency)\b/.test(field) ? 'lines' : 'patient';

const problemsOf = (errors: FormErrors): DraftProblem[] =>
  Object.entries(errors)
    .map(([field, message]) => ({ step: stepOf(field), field, message }))
    .sort((a, b) => draftSteps.indexOf(a.step) - draftSteps.indexOf(b.step));

interface Shown {
  c: Context<AppEnv>;
  opened: OpenDraft;
  said: DraftSaid;
  submits: boolean;
}

/** What the review shows: everything as it would be judged, and everything that intake would object to. */
async function reviewContent({ c, opened, said, submits }: Shown) {
  const view = { ...opened.view, ...said };
  const { claim, errors = {} } = claimOfDraft(view.id, view.body, opened.known);
  const ran = claim === undefined || view.tenant === null ? null : await dryRun(c, view.tenant.id, claim);
  const objections = isRefusal(ran) && ran.code === 'invalid' ? refusalErrors(ran) : {};
  const judgement =
    ran === null || isRefusal(ran) ? ((await assessDraft(c, opened))?.judgement ?? null) : ran;
  return (
    <ReviewStep
      view={view}
      enrolleeName={opened.enrolleeName}
      problems={problemsOf({ ...errors, ...objections })}
      judgement={judgement}
      submitId={submits ? freshId() : null}
      files={await draftFiles(c, opened)}
    />
  );
}

async function stepContent(step: DraftStep, shown: Shown) {
  const { c, opened, said } = shown;
  if (step === 'review') return reviewContent(shown);
  const view = { ...opened.view, ...said };
  if (step === 'lines') return <LinesStep view={{ ...view, assessment: await assessDraft(c, opened) }} />;
  return <PatientStep view={view} who={await whoIsMeant(c, opened)} />;
}

const titles: Readonly<Record<DraftStep, string>> = {
  patient: 'New claim: patient',
  lines: 'New claim: lines',
  review: 'New claim: review',
};

/** Answers with one step of a draft. */
export async function draftPage(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  step: DraftStep,
  opened: OpenDraft,
  said: DraftSaid = {},
  status?: Status,
): Promise<Response> {
  const submits = desk.may('facility.claim.submit');
  const content = await stepContent(step, { c, opened, said, submits });
  return render(c, facilityView(c, desk, { title: titles[step], nav: 'drafts' }, content), status);
}
