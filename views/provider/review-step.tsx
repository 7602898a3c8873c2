import type { ComponentChildren } from 'preact';
import type { Judgement } from '../../schema/domain/adjudication/judgement.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import { encounterWords } from '../claims/encounter-words.ts';
import type { DraftStep } from '../paths/provider.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formatDate } from '../ui/date-text.tsx';
import { type Fact, Facts } from '../ui/facts.tsx';
import { fieldId } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { AssessmentSums } from './assessment-sums.tsx';
import { DraftHead } from './draft-form.tsx';
import { draftTotal } from './draft-total.ts';
import type { DraftView } from './draft-view.ts';
import { ReviewLines } from './review-lines.tsx';

/** One thing that has to be put right before the claim can be submitted. */
export interface DraftProblem {
  step: DraftStep;
  field: string;
  message: string;
}

type ReviewStepProps = {
  view: DraftView;
  enrolleeName: string | null;
  problems: readonly DraftProblem[];
  /** what adjudication would say of it now; null: nobody can say yet */
  judgement: Judgement | null;
  /** null: this role writes drafts and does not submit them */
  submitId: string | null;
  /** its files, and where more are added */
  files?: ComponentChildren;
};

const given = (label: string, text: string): Fact => [
  label,
  text === '' ? <span class="mute">not given</span> : <bdi>{text}</bdi>,
];
const moment = (typed: string) => {
  const [date = '', time = ''] = typed.split('T');
  return typed === '' ? '' : `${formatDate(date)} ${time}`;
};

function Problems({ view, problems }: { view: DraftView; problems: readonly DraftProblem[] }) {
  if (problems.length === 0) return <Notice tone="ok">Everything needed is there.</Notice>;
  return (
    <Notice tone="warn" title="Before it can be submitted:">
      <ul>
        {problems.map(({ step, field, message }) => (
          <li>
            <a href={`${paths.provider.draft(view.id, step)}#${fieldId(field)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function diagnosed({ body, meanings }: DraftView): Fact {
  const codes = body.diagnoses.map(({ code }) => code).filter((code) => code !== '');
  if (codes.length === 0) return given('Diagnoses', '');
  return [
    'Diagnoses',
    codes.map((code) => (
      <div>
        <code>{code}</code> {meanings[code] ?? <span class="late">not an ICD-10 code</span>}
      </div>
    )),
  ];
}

function Summary({ view, enrolleeName }: { view: DraftView; enrolleeName: string | null }) {
  const { body, tenant } = view;
  const kind = Object.entries(encounterWords).find(([type]) => type === body.encounterType)?.[1] ?? '';
  return (
    <Card title="Patient and encounter">
      <Facts
        facts={[
          given('HMO', tenant?.name ?? ''),
          [
            'Enrollee',
            enrolleeName === null ? (
              <span class="late">not found: member id and birth date do not agree</span>
            ) : (
              <b>
                <bdi>{enrolleeName}</bdi>
              </b>
            ),
          ],
          given('Member id', body.memberId),
          given('Birth date', formatDate(body.birthDate)),
          given('Kind', kind),
          given('Start', moment(body.startedAt)),
          given('End', moment(body.endedAt)),
          given('Practitioner', body.practitionerName),
          body.practitionerLicence === '' ? null : given('Licence', body.practitionerLicence),
          body.referral === '' ? null : given('Referred by', body.referral),
          body.otherPayer === '' ? null : given('Other payer', body.otherPayer),
          body.accident ? ['Accident', 'Yes'] : null,
          diagnosed(view),
        ]}
      />
    </Card>
  );
}

function Submission({ view, problems, judgement, submitId }: ReviewStepProps) {
  const currency = view.tenant?.currency ?? 'NGN';
  const total = formatMoney(draftTotal(view.body.lines), currency, { symbol: true });
  return (
    <Card title="Submit" kind="lead">
      <p>
        {view.tenant === null ? (
          'To be billed'
        ) : (
          <>
            To be billed to <bdi>{view.tenant.name}</bdi>
          </>
        )}
        : <b>{total}</b>
      </p>
      {judgement === null ? null : <AssessmentSums judgement={judgement} currency={currency} />}
      {judgement?.approved === 0 ? (
        <Notice tone="warn">As it stands the insurer would pay nothing; the lines say why.</Notice>
      ) : null}
      <Problems view={view} problems={problems} />
      {submitId === null ? (
        <p class="mute">
          Your role prepares claims; somebody who may submit them finds this draft under Drafts.
        </p>
      ) : (
        <Form action={paths.provider.draftSubmission(view.id)} commandId={submitId} errors={view.errors}>
          <Button look="primary" keys="s" wide>
            Submit claim
          </Button>
        </Form>
      )}
    </Card>
  );
}

/** Step three: everything as it will be sent, what is still missing, and *Submit claim*. */
export function ReviewStep(props: ReviewStepProps) {
  const { view, enrolleeName } = props;
  return (
    <>
      <DraftHead view={view} step="review" />
      <div class="split">
        <div class="stack">
          <Summary view={view} enrolleeName={enrolleeName} />
          <ReviewLines view={view} judgement={props.judgement} />
          {props.files}
        </div>
        <aside class="after" aria-label="Submit the claim">
          <Submission {...props} />
        </aside>
      </div>
    </>
  );
}
