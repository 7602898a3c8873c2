import { type Column, Table } from '../ui/table.tsx';
import { type FieldEntry, formAnchor } from './reference.ts';
import { Words } from './words.tsx';

const holds = ({ holds: words, form }: FieldEntry) =>
  form === undefined ? (
    words
  ) : (
    <>
      {words} <a href={`#${formAnchor(form)}`}>{form}</a>
    </>
  );

const columns: readonly Column<FieldEntry>[] = [
  {
    label: 'Name',
    cell: (field) => (
      <>
        <code>{field.name}</code>
        {field.required ? <small>required</small> : null}
      </>
    ),
  },
  { label: 'Holds', cell: holds },
  { label: 'Means', cell: (field) => <Words text={field.text} />, muted: true },
];

/** Fields or parameters, one a row. */
export function FieldsTable({ label, fields }: { label: string; fields: readonly FieldEntry[] }) {
  return <Table label={label} spec={{ columns }} rows={fields} />;
}
