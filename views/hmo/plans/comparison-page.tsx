import { paths } from '../../paths.ts';
import type { ComparedPart, ComparedTerm } from '../../plans/compare.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';

type ComparisonPageProps = {
  slug: string;
  plan: { code: string; name: string };
  /** `Version 1`, `The draft` */
  before: string;
  after: string;
  parts: readonly ComparedPart[];
  sentences: readonly string[];
  /** whether unchanged terms are shown too */
  whole: boolean;
  other: string;
};

function Words({ words }: { words: readonly string[] | null }) {
  if (words === null || words.length === 0) return <>—</>;
  return (
    <>
      {words.map((each) => (
        <div>{each}</div>
      ))}
    </>
  );
}

const termsTable = (before: string, after: string, whole: boolean): TableSpec<ComparedTerm> => ({
  phone: 'labels',
  columns: [
    {
      label: 'What',
      cell: ({ label, changed }) => (
        <>
          {label} {changed && whole ? <Badge tone="warn">Changed</Badge> : null}
        </>
      ),
    },
    { label: before, muted: true, cell: ({ before: words }) => <Words words={words} /> },
    { label: after, cell: ({ after: words }) => <Words words={words} /> },
  ],
});

const badges = {
  same: null,
  changed: <Badge tone="warn">Changed</Badge>,
  added: <Badge tone="ok">New</Badge>,
  removed: <Badge tone="danger">Gone</Badge>,
} as const;

/** Two versions side by side; what changed is marked, and said in a sentence. */
export function ComparisonPage(props: ComparisonPageProps) {
  const { slug, plan, before, after, parts, sentences, whole, other } = props;
  const to = paths.staff(slug);
  const spec = termsTable(before, after, whole);
  const shown = parts.filter(({ became }) => whole || became !== 'same');
  return (
    <>
      <PageHeader
        title={`${before} and ${after.toLowerCase()}`}
        crumbs={[
          { label: 'Plans', href: to.plans() },
          { label: plan.name, href: to.plan(plan.code) },
        ]}
        lead={<a href={other}>{whole ? 'Show only what changed' : 'Show everything side by side'}</a>}
      />
      <Card title="What changed">
        {sentences.length === 0 ? (
          <p>Nothing: both say the same.</p>
        ) : (
          <ul class="dotted">
            {sentences.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        )}
      </Card>
      <div class="stack even">
        {shown.map(({ title, became, terms }) => (
          <Card kind="flush" title={title} aside={badges[became]}>
            <Table
              spec={spec}
              rows={terms.filter(({ changed }) => whole || changed)}
              label={`${title}: ${before} and ${after}`}
            />
          </Card>
        ))}
      </div>
    </>
  );
}
