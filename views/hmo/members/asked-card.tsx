import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { DependantAsked } from '../../../schema/domain/members/dependant-asked.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText, MomentText } from '../../ui/date-text.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, type FormErrors } from '../../ui/form.tsx';

/** What was refused of an answer, and to which request. */
export interface AnswerRefused {
  requestId: string;
  errors: FormErrors;
}

type AskedCardProps = {
  slug: string;
  zone: string;
  memberId: string;
  today: CalendarDate;
  asked: readonly DependantAsked[];
  /** the commands that would answer, by request; null: whoever looks may not */
  answerIds: Readonly<Record<string, string>> | null;
  refused?: AnswerRefused | undefined;
};

function AnswerForm({ one, ...props }: AskedCardProps & { one: DependantAsked }) {
  const { slug, memberId, today, answerIds, refused } = props;
  const errors = refused?.requestId === one.id ? refused.errors : undefined;
  return (
    <Form
      action={paths.staff(slug).dependantAnswers(memberId, one.id)}
      commandId={answerIds?.[one.id]}
      errors={errors}
    >
      <div class="fields">
        <Field
          name="coverFrom"
          id={`from-${one.id}`}
          label="Covered from"
          type="date"
          value={today}
          error={errors?.coverFrom}
        />
        <Field
          name="reason"
          id={`why-${one.id}`}
          label="Why not, where it is declined"
          maxlength={500}
          error={errors?.reason}
        />
      </div>
      <div class="cluster">
        <Button name="answer" value="approve" look="primary">
          Approve
        </Button>
        <Button name="answer" value="decline">
          Decline
        </Button>
      </div>
    </Form>
  );
}

/** Dependants whom a principal has asked to add in their own portal, and waits for. */
export function AskedCard(props: AskedCardProps) {
  const { asked, zone, answerIds } = props;
  const waiting = asked.filter(({ state }) => state === 'WAITING');
  if (waiting.length === 0) return null;
  return (
    <Card title="Asks to add" kind="lead" id="asked">
      <ul class="stack">
        {waiting.map((one) => (
          <li class="stack">
            <p>
              <b>
                <bdi>
                  {one.firstName} {one.lastName}
                </bdi>
              </b>
              , {one.relation}, {one.sex}, born <DayText date={one.birthDate} />{' '}
              <span class="mute">
                asked <MomentText at={one.askedAt} timeZone={zone} year />
              </span>
            </p>
            {answerIds === null ? null : <AnswerForm {...props} one={one} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
