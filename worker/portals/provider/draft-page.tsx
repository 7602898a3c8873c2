import type { Context } from 'hono';
import { type DraftStep, draftSteps } from '../../../views/paths.ts';
import type { DraftView } from '../../../views/provider/draft-view.ts';
import { LinesStep } from '../../../views/provider/lines-step.tsx';
import { PatientStep } from '../../../views/provider/patient-step.tsx';
import { type DraftProblem, ReviewStep } from '../../../views/provider/review-step.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import type { FacilityDesk } from './desk.ts';
import { claimOfDraft } from './draft-claim.ts';
import type { OpenDraft } from './draft-view.ts';
import { facilityView } from './facility-view.tsx';

type Status = Parameters<typeof render>[2];
/** What a step is shown with besides the draft itself. */
export type DraftSaid = Partial<Pick<DraftView, 'errors' | 'found' | 'conflict'>>;

/** The step that a field is on. */
export const stepOf = (field: string): DraftStep =>
  /^(lines|total|currency)\b/.test(field) ? 'lines' : 'patient';

const problemsOf = (errors: FormErrors): DraftProblem[] =>
  Object.entries(errors)
    .map(([field, message]) => ({ step: stepOf(field), field, message }))
    .sort((a, b) => draftSteps.indexOf(a.step) - draftSteps.indexOf(b.step));

function stepContent(step: DraftStep, opened: OpenDraft, said: DraftSaid, submits: boolean) {
  const view = { ...opened.view, ...said };
  const { body } = view;
  if (step === 'lines') return <LinesStep view={view} />;
  if (step === 'review') {
    const { errors = {} } = claimOfDraft(view.id, body, opened.known);
    return (
      <ReviewStep
        view={view}
        enrolleeName={opened.enrolleeName}
        problems={problemsOf(errors)}
        submitId={submits ? freshId() : null}
      />
    );
  }
  const asked = view.tenant !== null && body.memberId !== '' && body.birthDate !== '';
  return <PatientStep view={view} enrolleeName={asked ? opened.enrolleeName : undefined} />;
}

const titles: Readonly<Record<DraftStep, string>> = {
  patient: 'New claim: patient',
  lines: 'New claim: lines',
  review: 'New claim: review',
};

/** Answers with one step of a draft. */
export function draftPage(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  step: DraftStep,
  opened: OpenDraft,
  said: DraftSaid = {},
  status?: Status,
): Response {
  const content = stepContent(step, opened, said, desk.may('facility.claim.submit'));
  return render(c, facilityView(c, desk, { title: titles[step], nav: 'drafts' }, content), status);
}
