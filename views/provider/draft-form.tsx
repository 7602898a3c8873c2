import type { ComponentChildren } from 'preact';
import { type DraftStep, draftSteps, paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Form, SavedNote } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { DraftView } from './draft-view.ts';

/** What each step is called. */
const stepWords: Readonly<Record<DraftStep, string>> = {
  patient: 'Patient and encounter',
  lines: 'Lines',
  review: 'Review and submit',
};

const formId = 'draft';

/** The three steps. Each is a button of the form, so that leaving a step saves it, with and without script. */
function Steps({ step }: { step: DraftStep }) {
  return (
    <nav class="tabs steps" aria-label="Steps of the claim">
      <ol>
        {draftSteps.map((each, index) => (
          <li>
            <Button
              form={formId}
              name="go"
              value={each}
              look="quiet"
              aria-current={each === step ? 'step' : undefined}
            >
              {index + 1}. {stepWords[each]}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Conflict({ view }: { view: DraftView }) {
  if (view.conflict === null) return null;
  return (
    <Notice tone="warn" title="This draft was changed meanwhile.">
      <bdi>{view.conflict.by}</bdi> saved it on{' '}
      <MomentText at={view.conflict.at} timeZone={view.tenant?.zone ?? 'UTC'} />. What you typed stands below
      and is not saved yet: saving it now replaces theirs.{' '}
      <a href={paths.provider.draft(view.id, 'patient')}>Show theirs</a>
    </Notice>
  );
}

/** The heading, the steps and the form around one step's fields. */
export function DraftForm({
  view,
  step,
  children,
}: {
  view: DraftView;
  step: DraftStep;
  children: ComponentChildren;
}) {
  const address = paths.provider.draft(view.id, step);
  return (
    <>
      <PageHeader title="New claim" crumbs={[{ label: 'Drafts', href: paths.provider.drafts() }]} />
      <Steps step={step} />
      <Conflict view={view} />
      <Form
        action={address}
        commandId={view.commandId}
        errors={view.errors}
        id={formId}
        data-autosave={step === 'review' ? undefined : address}
        data-lines={step === 'review' ? undefined : true}
      >
        <input type="hidden" name="version" value={view.version} />
        <button type="submit" name="go" value={step} class="unseen" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {children}
        {step === 'review' ? null : <SavedNote />}
      </Form>
    </>
  );
}
