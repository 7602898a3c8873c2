import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { AlertMark, type AskedAlert, questionOf, VisitText } from './alert-words.tsx';
import { AnswerForm } from './answer-form.tsx';

type AlertPageProps = AskedAlert & {
  insurer: string;
  commandId: () => string;
  /** what was refused, in words */
  refusal?: string | undefined;
};

const closedWords = {
  OPEN: 'People at your insurer are looking into it.',
  CONFIRMED: 'Closed: it was not your visit. Nothing of it is paid on your cover.',
  CLEARED: 'Closed: the visit was found to be in order.',
} as const;

/** What has come of a denial so far: the receipt, which moves by itself. */
function Receipt({ answered, followed, zone, insurer, number, commandId }: AlertPageProps) {
  if (!answered) return null;
  const stands = followed ?? 'OPEN';
  return (
    <Card title="Your report" id="receipt">
      <Timeline
        entries={[
          { when: <MomentText at={answered.at} timeZone={zone} />, what: `${insurer} has received it.` },
          { when: 'Now', what: closedWords[stands] },
        ]}
      />
      <p class="mute">
        Your number for it is {number}. Care is never stopped by a report: only payment waits until it is
        cleared up.
      </p>
      {answered.reason === null && stands === 'OPEN' ? (
        <Form action={paths.alerts.answers(number)} commandId={commandId()}>
          <input type="hidden" name="answer" value="NOT_ME" />
          <Textarea
            name="reason"
            label="Anything you want to add"
            hint="You do not have to."
            rows={3}
            maxlength={500}
            value=""
          />
          <Button>Send</Button>
        </Form>
      ) : null}
    </Card>
  );
}

/** One alert: the question while it waits, and afterwards what came of it. */
export function AlertPage(props: AlertPageProps) {
  const { state, number, whose, commandId, refusal } = props;
  const action = paths.alerts.answers(number);
  return (
    <>
      <PageHeader
        title={state === 'ASKED' ? questionOf(props) : 'A visit you were asked about'}
        crumbs={[{ label: 'Alerts', href: paths.alerts.list() }]}
        badge={<AlertMark {...props} />}
      />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <Card title="The visit">
        <VisitText {...props} />
        {state === 'ASKED' ? (
          <>
            <p>
              An emergency was reported there on {whose === null ? 'your' : `${whose}’s`} cover. If nobody
              answers, nothing is assumed.
            </p>
            <AnswerForm action={action} commandId={commandId()} whose={whose} />
          </>
        ) : null}
        {state === 'CONFIRMED' ? (
          <>
            <p>You said that it is {whose === null ? 'yours' : `${whose}’s`}. Thank you.</p>
            <p class="mute">That was a mistake?</p>
            <AnswerForm action={action} commandId={commandId()} whose={whose} answers={['NOT_ME']} />
          </>
        ) : null}
      </Card>
      {state === 'DENIED' ? <Receipt {...props} /> : null}
    </>
  );
}
