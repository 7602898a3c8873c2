import type { ComponentChildren } from 'preact';
import { type DraftStep, draftSteps } from '../paths/provider.ts';
import { paths } from '../paths.ts';
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
  review: 'Files and review',
};

const formId = 'draft';

/** The three steps. While one is typed into, each is a button of the form, so that leaving saves it, with or without script. */
function Steps({ view, step }: { view: DraftView; step: DraftStep }) {
  return (
    <nav class="tabs steps" aria-label="Steps of the claim">
      <ol>
        {draftSteps.map((each, index) => {
          const words = `${index + 1}. ${stepWords[each]}`;
          const current = each === step ? ('step' as const) : undefined;
          return (
            <li>
              {step === 'review' ? (
                <a href={paths.provider.draft(view.id, each)} aria-current={current}>
                  {words}
                </a>
              ) : (
                <Button form={formId} name="go" value={each} look="quiet" aria-current={current}>
                  {words}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Conflict({ view }: { view: DraftView }) {
  if (view.conflict === null) return null;
  return (
    <Notice tone="warn" title="This draft was changed meanwhile.">
      It was saved elsewhere on <MomentText at={view.conflict.at} timeZone={view.tenant?.zone ?? 'UTC'} />.
      What you typed stands below and is not saved yet: saving it now replaces what was saved there.{' '}
      <a href={paths.provider.draft(view.id, 'patient')}>Show that instead</a>
    </Notice>
  );
}

/** That it is filed in the place of another one. */
function Correcting({ view }: { view: DraftView }) {
  const { replaces } = view.body;
  if (replaces === undefined || view.tenant === null) return null;
  return (
    <Notice id="corrects">
      Corrects <a href={paths.provider.claim(view.tenant.id, replaces)}>{replaces}</a>: it is filed in its
      place, and names it.
    </Notice>
  );
}

/** The heading and the steps above any of them. */
export function DraftHead({ view, step }: { view: DraftView; step: DraftStep }) {
  return (
    <>
      <PageHeader title="New claim" crumbs={[{ label: 'Drafts', href: paths.provider.drafts() }]} />
      <Correcting view={view} />
      <Steps view={view} step={step} />
    </>
  );
}

type DraftFormProps = { view: DraftView; step: DraftStep; children: ComponentChildren };

/** The form around the fields of one step; whatever ends it, it is saved. */
export function DraftForm({ view, step, children }: DraftFormProps) {
  const address = paths.provider.draft(view.id, step);
  return (
    <>
      <DraftHead view={view} step={step} />
      <Conflict view={view} />
      <Form
        action={address}
        commandId={view.commandId}
        errors={view.errors}
        id={formId}
        data-autosave={address}
        data-lines
      >
        <input type="hidden" name="version" value={view.version} />
        <button type="submit" name="go" value={step} class="unseen" tabIndex={-1} aria-hidden="true">
          Save
        </button>
        {children}
        <SavedNote />
      </Form>
    </>
  );
}
