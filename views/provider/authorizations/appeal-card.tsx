import type { CalendarDate } from '../../../schema/domain/dates.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Actions, Form, firstBad } from '../../ui/form.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { WrittenEntry } from './answer-card.tsx';

type AppealCardProps = {
  tenantId: string;
  number: string;
  /** the last day on which it may be appealed */
  until: CalendarDate;
  /** null: this person may not appeal, or there is nothing to appeal against any more */
  entry: WrittenEntry | null;
};

/** An objection to a rejection or a reduction, with what it adds: somebody else than the first decider decides it. */
export function AppealCard({ tenantId, number, until, entry }: AppealCardProps) {
  if (entry === null) return null;
  const { errors } = entry;
  return (
    <Card title="Appeal" id="appeal">
      <p class="mute">
        Not everything that was asked for was granted. Until <DayText date={until} /> you can appeal, with
        what has not been said yet; somebody else than the first decider looks at it, within the same time.
        What was granted stays usable meanwhile.
      </p>
      <details open={entry.text !== '' || Object.keys(errors).length > 0}>
        <summary>Write an appeal</summary>
        <div class="stack">
          {entry.files}
          <Form
            action={paths.provider.authorizationAppeals(tenantId, number)}
            commandId={entry.commandId}
            errors={errors}
            refused="Not sent."
          >
            <Textarea
              name="text"
              label="Why the decision should be another one"
              rows={4}
              maxlength={2000}
              value={entry.text}
              error={errors.text}
              autofocus={firstBad(errors, 'text')}
            />
            <Actions plainly>
              <Button look="primary">Send the appeal</Button>
            </Actions>
          </Form>
        </div>
      </details>
    </Card>
  );
}
