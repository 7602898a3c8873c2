import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText, formatDate } from '../../ui/date-text.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';

interface Version {
  version: number;
  from: string;
}

type VersionsCardProps = {
  slug: string;
  plan: string;
  versions: readonly Version[];
  shown: number | null;
  inForce: number | null;
  hasDraft: boolean;
};

const versionsTable = ({ slug, plan, shown, inForce }: VersionsCardProps): TableSpec<Version> => ({
  columns: [
    {
      label: 'Version',
      cell: ({ version }) =>
        version === shown ? (
          `Version ${version}, shown above`
        ) : (
          <a href={paths.staff(slug).plan(plan, { version })}>Version {version}</a>
        ),
    },
    { label: 'First day', cell: ({ from }) => <DayText date={from} /> },
    {
      label: 'State',
      phone: 'right',
      cell: ({ version }) => {
        if (version === inForce) return <Badge tone="ok">In force</Badge>;
        return inForce === null || version > inForce ? (
          <Badge tone="info">Coming</Badge>
        ) : (
          <Badge>Past</Badge>
        );
      },
    },
  ],
});

function CompareForm({ slug, plan, versions, hasDraft }: VersionsCardProps) {
  const published = versions.map(({ version, from }) => ({
    value: String(version),
    label: `Version ${version}, from ${formatDate(from)}`,
  }));
  const all = hasDraft ? [...published, { value: 'draft', label: 'The draft' }] : published;
  if (all.length < 2) return null;
  const [before, after] = [all.at(-2)?.value, all.at(-1)?.value];
  return (
    <Form action={paths.staff(slug).planComparison(plan)} method="get" inline>
      <Select name="before" label="Compare" options={all} value={before} />
      <Select name="after" label="with" options={all} value={after} />
      <Button>Compare</Button>
    </Form>
  );
}

/** Every version of a plan with its date, and two of them to compare. */
export function VersionsCard(props: VersionsCardProps) {
  const { versions } = props;
  if (versions.length === 0) return null;
  return (
    <Card title="Versions">
      <Table spec={versionsTable(props)} rows={versions.toReversed()} label="Versions" />
      <CompareForm {...props} />
    </Card>
  );
}
