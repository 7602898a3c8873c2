import type { ServiceGroup } from '../../schema/domain/plans/plan.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Fields, Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Checkbox } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';

/** One row as typed; one without a name is none. */
export interface WantedEntry {
  kind: string;
  group: string;
  from: string;
}

export type AttachmentRulesPageProps = {
  slug: string;
  currency: string;
  groups: readonly ServiceGroup[];
  entry: { refuses: boolean; wanted: readonly WantedEntry[] };
  errors: FormErrors;
  /** null: this person sees the rules and does not change them */
  commandId: string | null;
  saved: boolean;
};

function Row({ nth, row, props }: { nth: number; row: WantedEntry; props: AttachmentRulesPageProps }) {
  const { groups, currency, errors } = props;
  const named = (name: keyof WantedEntry) => {
    const field = `wanted.${nth}.${name}`;
    return { name: field, error: errors[field], autofocus: firstBad(errors, field) };
  };
  return (
    <Fields>
      <Field {...named('kind')} label="File" value={row.kind} maxlength={80} />
      <Select
        {...named('group')}
        label="With services of"
        options={groups.map(({ code, name }) => ({ value: code, label: name }))}
        value={row.group}
        empty="Any group"
      />
      <Field {...named('from')} label={`From, ${currency}`} value={row.from} amount maxlength={20} />
    </Fields>
  );
}

/** Which files claims have to come with: by group of services, from an amount on. */
export function AttachmentRulesPage(props: AttachmentRulesPageProps) {
  const { slug, entry, errors, commandId, saved } = props;
  const fields = (
    <Card title="Files wanted">
      <p>
        A claim whose lines of the group come to the amount or more is to come with the file. Whoever attaches
        one says which of them it is. A row without a name is left out; save to get more empty rows.
      </p>
      {entry.wanted.map((row, nth) => (
        <Row {...{ nth, row, props }} />
      ))}
      <Checkbox
        name="refuses"
        label="Refuse claims that lack one (reason 252)"
        checked={entry.refuses}
        note="Otherwise such a claim comes in, says what is missing, and goes to a person."
      />
    </Card>
  );
  return (
    <>
      <PageHeader title="Files wanted" lead="What has to be attached to which claims." />
      {saved ? <Notice tone="ok">Saved. It holds from the next claim on.</Notice> : null}
      {commandId === null ? (
        <div class="stack">
          <Notice>Your role sees these rules. Changing them takes the permission settings.update.</Notice>
          <fieldset class="stack" disabled>
            <legend class="unseen">Files wanted</legend>
            {fields}
          </fieldset>
        </div>
      ) : (
        <Form action={paths.staff(slug).attachmentRules()} commandId={commandId} errors={errors}>
          {fields}
          <div class="cluster">
            <Button look="primary" keys="s">
              Save
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
