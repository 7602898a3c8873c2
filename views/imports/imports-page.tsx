import type { Import, ImportKind } from '../../schema/domain/imports/import.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { grouped } from '../ui/grouped.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Pager } from '../ui/pager.tsx';
import { Table, type TableSpec } from '../ui/table.tsx';
import { kindWords, stateWords } from './words.ts';

export type ImportsPageProps = {
  slug: string;
  zone: string;
  /** what this person may import */
  kinds: readonly ImportKind[];
  rows: readonly Import[];
  next: string | null;
  isFirst: boolean;
};

const countsOf = ({ state, checked, applied }: Import) => (state === 'DONE' ? applied : checked);

function table({ slug, zone }: ImportsPageProps): TableSpec<Import> {
  const count = (label: string, of: 'created' | 'changed' | 'unchanged' | 'refused') => ({
    label,
    numeric: true,
    cell: (row: Import) => grouped(countsOf(row)[of]),
  });
  return {
    phone: 'labels',
    columns: [
      {
        label: 'File',
        cell: (row) => (
          <a href={paths.staff(slug).import(row.id)}>
            <bdi>{row.fileName}</bdi>
          </a>
        ),
      },
      {
        label: 'Kind',
        cell: (row) => kindWords[row.kind],
      },
      {
        label: 'State',
        cell: (row) => <Badge tone={stateWords[row.state].tone}>{stateWords[row.state].words}</Badge>,
      },
      count('Created', 'created'),
      count('Changed', 'changed'),
      count('Unchanged', 'unchanged'),
      count('Refused', 'refused'),
      { label: 'By', muted: true, cell: (row) => <bdi>{row.uploadedBy.name}</bdi> },
      {
        label: 'Uploaded',
        muted: true,
        cell: (row) => <MomentText at={row.uploadedAt} timeZone={zone} year />,
      },
    ],
  };
}

function NewButtons({ slug, kinds }: Pick<ImportsPageProps, 'slug' | 'kinds'>) {
  return (
    <>
      {kinds.map((kind, i) => (
        <ButtonLink href={paths.staff(slug).importNew({ kind })} look={i === 0 ? 'primary' : 'plain'}>
          Import {kind === 'tariff' ? 'standard tariff' : kindWords[kind].toLowerCase()}
        </ButtonLink>
      ))}
    </>
  );
}

/** Every file that was imported: what, who, when, and what came of it. */
export function ImportsPage(props: ImportsPageProps) {
  const { slug, rows, next, isFirst } = props;
  const to = paths.staff(slug);
  return (
    <>
      <PageHeader
        title="Imports"
        lead="Rows from a CSV file: checked one by one, shown to you, and done when you say so."
        actions={<NewButtons {...props} />}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState title="Nothing has been imported yet">
            Choose above what your file holds; the next page has a template for it.
          </EmptyState>
        </Card>
      ) : (
        <Table spec={table(props)} rows={rows} label="Imports" loose />
      )}
      {next === null && isFirst ? null : (
        <Pager
          summary={isFirst ? 'The newest' : <a href={to.imports()}>Back to the newest</a>}
          next={next === null ? undefined : to.imports({ after: next })}
        />
      )}
    </>
  );
}
