import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { type AskedVisit, noWords, yesWords } from './alert-words.tsx';

type AnswerFormProps = Pick<AskedVisit, 'whose'> & {
  action: string;
  commandId?: string | undefined;
  /** what can still be answered */
  answers?: readonly ('YES' | 'NOT_ME')[] | undefined;
};

/** Both answers, each a button that posts: no second page, no reason asked. */
export function AnswerForm({ action, commandId, whose, answers = ['YES', 'NOT_ME'] }: AnswerFormProps) {
  return (
    <Form action={action} commandId={commandId} inline>
      {answers.includes('YES') ? (
        <Button name="answer" value="YES" look="primary">
          {yesWords({ whose })}
        </Button>
      ) : null}
      {answers.includes('NOT_ME') ? (
        <Button name="answer" value="NOT_ME" look="refuse">
          {noWords({ whose })}
        </Button>
      ) : null}
    </Form>
  );
}
