import type { ComponentChildren } from 'preact';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions, Form, type FormErrors, firstBad } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Textarea } from '../../ui/textarea.tsx';

/** An answer, or an appeal, as it is written. */
export interface WrittenEntry {
  commandId: string;
  text: string;
  errors: FormErrors;
  /** the files that go with it, and where more are added; a form of their own */
  files: ComponentChildren;
}

type AnswerCardProps = {
  tenant: { id: string; name: string };
  authorization: Authorization;
  /** null: this person may not answer */
  entry: WrittenEntry | null;
};

/** What the HMO asks, and the facility's answer: words and files. */
export function RequestAnswerCard({ tenant, authorization, entry }: AnswerCardProps) {
  const { conversation, wanted, number, queriedAt } = authorization;
  const asked = conversation.findLast(({ kind }) => kind === 'query');
  return (
    <Card title="Query to answer" kind="lead" id="query">
      {asked === undefined ? null : (
        <p>
          <b>
            <bdi>{tenant.name}</bdi> asks:
          </b>{' '}
          <bdi>{asked.text}</bdi>
        </p>
      )}
      {queriedAt === null ? null : (
        <Notice tone="warn">The HMO's clock stands until you have answered.</Notice>
      )}
      {wanted.length === 0 ? null : (
        <p>
          Files wanted: <bdi>{wanted.join(', ')}</bdi>
        </p>
      )}
      {entry === null ? (
        <p class="mute">Your role shows requests and does not answer queries.</p>
      ) : (
        <>
          {entry.files}
          <Form
            action={paths.provider.authorizationAnswers(tenant.id, number)}
            commandId={entry.commandId}
            errors={entry.errors}
            refused="Not sent."
          >
            <Textarea
              name="answer"
              label="Your answer"
              rows={4}
              maxlength={2000}
              value={entry.text}
              error={entry.errors.answer}
              autofocus={firstBad(entry.errors, 'answer')}
            />
            <Actions plainly>
              <Button look="primary" keys="s">
                Send the answer
              </Button>
            </Actions>
          </Form>
        </>
      )}
    </Card>
  );
}
