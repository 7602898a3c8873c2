import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { formatDate } from '../../ui/date-text.tsx';
import { Field } from '../../ui/field.tsx';
import { Actions, Fields, Form, type FormErrors } from '../../ui/form.tsx';

/** The form that publishes a draft. */
export interface PublishEntry {
  commandId: string;
  from: string;
  errors: FormErrors;
  /** the version before it; null: it will be the first */
  last: { version: number; from: string } | null;
}

type PublishCardProps = {
  slug: string;
  plan: { code: string; name: string };
  revision: number;
  problems: readonly unknown[];
  publish: PublishEntry;
  mayPublish: boolean;
};

/** Publishing with a date: for whoever may, once nothing stands in its way. */
export function PublishCard({ slug, plan, revision, problems, publish, mayPublish }: PublishCardProps) {
  if (!mayPublish || problems.length > 0) return null;
  const { last, from, errors, commandId } = publish;
  const version = (last?.version ?? 0) + 1;
  const rule =
    last === null
      ? 'The first version may begin in the past.'
      : `Today or later, and after ${formatDate(last.from)}, when version ${last.version} begins.`;
  return (
    <Card title={`Publish version ${version}`} kind="lead">
      <p>
        Claims are judged by it from its first day on. Once published it cannot be changed, only followed by
        another version.
      </p>
      <Form action={paths.staff(slug).planPublications(plan.code)} commandId={commandId} errors={errors}>
        <input type="hidden" name="revision" value={revision} />
        <Fields>
          <Field
            name="from"
            type="date"
            label="First day in force"
            hint={rule}
            value={from}
            error={errors.from}
            autofocus={errors.from !== undefined}
          />
        </Fields>
        <Actions plainly>
          <Button look="primary">Publish version {version}</Button>
        </Actions>
      </Form>
    </Card>
  );
}
