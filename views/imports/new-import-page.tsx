import { type ImportKind, import_rows_max } from '../../schema/domain/imports/import.ts';
import type { ImportColumn } from '../../schema/imports/columns.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Form, type FormErrors, firstBad } from '../ui/form.tsx';
import { grouped } from '../ui/grouped.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { kindWords } from './words.ts';

export type NewImportPageProps = {
  slug: string;
  kind: ImportKind;
  columns: readonly ImportColumn[];
  commandId: string;
  errors: FormErrors;
  /** whose tariff it is, with its name; null: the kind has no such thing */
  target: { id: string; name: string } | null;
};

const columnTable: TableSpec<ImportColumn> = {
  phone: 'labels',
  columns: [
    { label: 'Heading', cell: ({ name }) => <code>{name}</code> },
    {
      label: 'Needed',
      cell: ({ required }) => (required ? <Badge tone="info">Needed</Badge> : 'If you have it'),
    },
    { label: 'What it means', cell: ({ means }) => means },
    {
      label: 'For example',
      muted: true,
      cell: ({ example }) => (example === '' ? '–' : <code>{example}</code>),
    },
  ],
};

function UploadForm(props: NewImportPageProps) {
  const { slug, kind, commandId, errors, target } = props;
  return (
    <Form
      action={paths.staff(slug).importNew({ kind, tariff: target?.id })}
      commandId={commandId}
      errors={errors}
      refused="The file was not taken."
      enctype="multipart/form-data"
      data-upload
    >
      <Field
        type="file"
        name="file"
        label="CSV file"
        accept=".csv,.txt,text/csv"
        hint={`Up to 10 MB and ${grouped(import_rows_max)} rows. Commas, semicolons or tabs; UTF-8 or UTF-16.`}
        error={errors.file}
        autofocus={firstBad(errors, 'file')}
      />
      <progress hidden aria-label="Upload" />
      <div class="cluster">
        <Button look="primary">Upload and check</Button>
      </div>
      <p class="mute">Nothing is written yet: you see first what each row would do.</p>
    </Form>
  );
}

/** `Import enrollees`, `Import the tariff of Lagoon View`. */
export const newImportTitle = (kind: ImportKind, target?: string): string =>
  target === undefined ? `Import ${kindWords[kind].toLowerCase()}` : `Import the ${target}`;

/** Where a file is chosen: a template, what its columns mean, and the upload. */
export function NewImportPage(props: NewImportPageProps) {
  const { slug, kind, columns, target } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title={newImportTitle(kind, target?.name)}
        crumbs={[{ label: 'Imports', href: to.imports() }]}
        actions={
          <ButtonLink href={to.importTemplate({ kind })} download={`${kind}.csv`}>
            Download the template
          </ButtonLink>
        }
      />
      <Card kind="lead">
        <UploadForm {...props} />
      </Card>
      <Card title="The columns" kind="flush">
        <Table spec={columnTable} rows={columns} label="What the columns mean" loose />
      </Card>
    </>
  );
}
