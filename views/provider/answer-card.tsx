import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { formatMoney } from '../../schema/domain/money.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import { currencySign } from '../claims/currency-sign.ts';
import { WantedFiles } from '../claims/wanted-files.tsx';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Actions, Form, firstBad } from '../ui/form.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { newRow } from './draft-rows.ts';
import { draftTotal } from './draft-total.ts';
import type { EntryView } from './draft-view.ts';
import { blankLine, LineFields } from './line-fields.tsx';

/** An answer as it is written: the lines begin as they are in the claim. */
export interface AnswerEntry {
  commandId: string;
  text: string;
  lines: DraftBody['lines'];
  /** whether the lines are shown: somebody has begun to correct them */
  corrects: boolean;
  view: EntryView;
}

type AnswerCardProps = {
  tenant: { id: string; name: string; zone: string };
  claim: Claim;
  /** null: this person may not answer */
  entry: AnswerEntry | null;
  /** when it is rejected if nobody answers */
  until: Moment | null;
};

function Lines({ entry: { lines, corrects, view } }: { entry: AnswerEntry }) {
  const { currency, errors } = view;
  return (
    <details open={corrects}>
      <summary>Correct the lines</summary>
      <p class="hint">
        Change, add or remove lines only where what was billed is not right. The lines as they are now are
        kept.
      </p>
      {errors.lines === undefined ? null : <p class="error">{errors.lines}</p>}
      {lines.map((line, row) => (
        <LineFields view={view} line={line} row={row} />
      ))}
      <template data-line>
        <LineFields view={view} line={blankLine} row={newRow} />
      </template>
      <div class="actions plainly">
        <Button name="add" value="lines" slim>
          Add a line
        </Button>
        <b>
          Total {currencySign(currency)} <output data-sum>{formatMoney(draftTotal(lines), currency)}</output>
        </b>
      </div>
    </details>
  );
}

function AnswerForm({ tenant, claim, entry }: AnswerCardProps & { entry: AnswerEntry }) {
  const { errors } = entry.view;
  return (
    <Form
      action={paths.provider.answers(tenant.id, claim.number)}
      commandId={entry.commandId}
      errors={errors}
      refused="Not sent."
      data-lines
    >
      <input type="hidden" name="lines" value="shown" />
      <button type="submit" name="go" value="check" class="unseen" tabIndex={-1} aria-hidden="true">
        Look again
      </button>
      <Textarea
        name="answer"
        label="Your answer"
        rows={4}
        maxlength={2000}
        value={entry.text}
        error={errors.answer}
        autofocus={firstBad(errors, 'answer')}
      />
      <Lines entry={entry} />
      <Actions plainly>
        <Button look="primary" name="go" value="send" keys="s">
          Send the answer
        </Button>
      </Actions>
    </Form>
  );
}

/** What the tenant asks, and the facility's answer to it: words, files, and corrected lines. */
export function AnswerCard(props: AnswerCardProps) {
  const { tenant, claim, entry, until } = props;
  const asked = claim.conversation.findLast((message) => message.kind === 'query');
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
      {until === null ? null : (
        <p class="soon">
          Answer by <MomentText at={until} timeZone={tenant.zone} />: after that the claim is rejected.
        </p>
      )}
      <WantedFiles wanted={claim.wanted} attachments={claim.attachments} />
      {entry === null ? (
        <p class="mute">Your role shows claims and does not answer queries.</p>
      ) : (
        <AnswerForm {...props} entry={entry} />
      )}
    </Card>
  );
}
