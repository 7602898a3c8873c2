import { type AskedAlert, questionOf, VisitText } from '../enrollee/alerts/alert-words.tsx';
import { AnswerForm } from '../enrollee/alerts/answer-form.tsx';
import { paths } from '../paths.ts';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

type AlertLinkPageProps = AskedAlert & {
  insurer: string;
  token: string;
  refusal?: string | undefined;
};

/** What a link in a message leads to: the question with both answers. Opening it changes nothing, whoever opens it. */
export function AlertLinkPage(props: AlertLinkPageProps) {
  const { state, insurer, token, whose, refusal } = props;
  const action = paths.alerts.link(token);
  return (
    <>
      <PageHeader
        title={state === 'ASKED' ? questionOf(props) : 'Thank you for your answer'}
        lead={`${insurer} asks`}
      />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <Card title="The visit">
        <VisitText {...props} />
        {state === 'ASKED' ? (
          <>
            <p>An emergency was reported there. If nobody answers, nothing is assumed.</p>
            <AnswerForm action={action} whose={whose} />
          </>
        ) : null}
        {state === 'CONFIRMED' ? (
          <p>You said that the visit is {whose === null ? 'yours' : `${whose}’s`}.</p>
        ) : null}
        {state === 'DENIED' ? (
          <p>
            You said that it is not. {insurer} has received it, and people look into it. Care is never stopped
            by a report: only payment waits.
          </p>
        ) : null}
      </Card>
      <p class="mute">
        To follow it, or to change your answer, <a href={paths.alerts.one(props.number)}>sign in</a>.
      </p>
    </>
  );
}

/** A link whose time is over. */
export function AlertLinkOver() {
  return (
    <>
      <PageHeader title="This link is over" />
      <p>
        It answered one question, for a week. <a href={paths.alerts.list()}>Sign in</a> to see what you were
        asked about, or ring your insurer.
      </p>
    </>
  );
}
