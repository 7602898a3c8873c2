import { goodRows, type Import, isAtWork, type RowOutcome } from '../../schema/domain/imports/import.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { Form } from '../ui/form.tsx';
import { grouped } from '../ui/grouped.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, Stats } from '../ui/stat.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportRows, type ImportRowView } from './import-rows.tsx';
import { kindWords, outcomeWords, stateWords } from './words.ts';

export type ImportPageProps = {
  slug: string;
  zone: string;
  record: Import;
  /** what the tariff is called; null: the kind has no such thing */
  targetName: string | null;
  outcome: RowOutcome | null;
  rows: readonly ImportRowView[];
  after: number;
  next: number | null;
  commitId: string;
  discardId: string;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const rowsOf = (count: number) => (count === 1 ? '1 row' : `${grouped(count)} rows`);

function Outcomes({ slug, record }: Pick<ImportPageProps, 'slug' | 'record'>) {
  const { state, checked, applied, id } = record;
  const counts = state === 'DONE' ? applied : checked;
  const isDone = state === 'DONE';
  const to = (outcome: RowOutcome) => paths.staff(slug).import(id, { outcome });
  const stat = (outcome: RowOutcome, tone?: 'ok' | 'warn' | 'danger') => (
    <Stat
      label={isDone ? outcomeWords[outcome].words : outcomeWords[outcome].ahead}
      value={grouped(counts[outcome])}
      href={to(outcome)}
      tone={counts[outcome] > 0 ? tone : undefined}
    />
  );
  return (
    <Stats>
      {stat('created', 'ok')}
      {stat('changed')}
      {stat('unchanged')}
      {stat('refused', 'danger')}
    </Stats>
  );
}

/** How many people would be on which plan: what the file's plan column comes to. */
function Groups({ groups }: { groups: Import['groups'] }) {
  const entries = Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return null;
  return (
    <Card title="People by plan">
      <Facts facts={entries.map(([name, count]) => [name, grouped(count)] as const)} />
    </Card>
  );
}

function Decision({ slug, record, commitId, discardId }: ImportPageProps) {
  const good = goodRows(record.checked);
  const to = paths.staff(slug);
  return (
    <Card title="Your decision" kind="lead">
      <p>
        {good === 0
          ? 'No row would create or change anything: there is nothing to apply.'
          : 'Nothing has been written yet.'}
        {record.checked.refused === 0
          ? ''
          : ' Refused rows are left out: download them, correct them, and import them as a file of their own.'}
      </p>
      <div class="cluster">
        {good === 0 ? null : (
          <Form action={to.importCommits(record.id)} commandId={commitId} inline>
            <Button look="primary">Apply {rowsOf(good)}</Button>
          </Form>
        )}
        <Form
          action={to.importDiscards(record.id)}
          commandId={discardId}
          inline
          hx-confirm="Discard this import? Its rows are deleted."
        >
          <Button look="quiet">Discard this import</Button>
        </Form>
      </div>
    </Card>
  );
}

function Work({ slug, record }: Pick<ImportPageProps, 'slug' | 'record'>) {
  return (
    <Card kind="lead">
      <ImportProgress {...record} href={paths.staff(slug).import(record.id)} />
      <p class="mute">You can leave this page: it goes on by itself, and this is where you find it again.</p>
    </Card>
  );
}

function Ended({ record }: Pick<ImportPageProps, 'record'>) {
  const { state, applied, expiresAt } = record;
  if (state === 'DISCARDED') return <Notice>This import was discarded: nothing of it was done.</Notice>;
  if (state !== 'DONE') return null;
  const good = goodRows(applied);
  return (
    <Notice tone="ok" title={good === 0 ? 'Nothing had to be done.' : `${rowsOf(good)} done.`}>
      {expiresAt === null ? 'Its rows have been deleted.' : 'Its rows are kept for 30 days.'}
    </Notice>
  );
}

function Downloads({ slug, record }: Pick<ImportPageProps, 'slug' | 'record'>) {
  const { state, checked, applied, id } = record;
  const to = paths.staff(slug);
  const refused = (state === 'DONE' ? applied : checked).refused;
  return (
    <>
      {refused === 0 ? null : (
        <ButtonLink href={to.importRows(id, { outcome: 'refused' })} download>
          Download the refused rows
        </ButtonLink>
      )}
      <ButtonLink href={to.importRows(id)} download look="quiet">
        Download all with the outcome
      </ButtonLink>
    </>
  );
}

/** One file: how far it is, what each row would do or has done, and the yes or no to it. */
export function ImportPage(props: ImportPageProps) {
  const { slug, zone, record, targetName } = props;
  const { state, uploadedBy, uploadedAt, rows, expiresAt } = record;
  const isWorking = state === 'UPLOADED' || isAtWork(record);
  const hasRows = !isWorking && expiresAt !== null;
  return (
    <>
      <PageHeader
        title={<bdi>{record.fileName}</bdi>}
        crumbs={[{ label: 'Imports', href: paths.staff(slug).imports() }]}
        badge={<Badge tone={stateWords[state].tone}>{stateWords[state].words}</Badge>}
        lead={
          <>
            {targetName === null ? kindWords[record.kind] : <bdi>{capital(targetName)}</bdi>}, {rowsOf(rows)},
            by <bdi>{uploadedBy.name}</bdi>, <MomentText at={uploadedAt} timeZone={zone} year />
          </>
        }
        actions={hasRows ? <Downloads {...props} /> : undefined}
      />
      {isWorking ? <Work {...props} /> : null}
      <Ended {...props} />
      {isWorking || state === 'DISCARDED' ? null : <Outcomes {...props} />}
      {state === 'CHECKED' ? <Decision {...props} /> : null}
      {isWorking ? null : <Groups groups={record.groups} />}
      {hasRows ? <ImportRows {...props} /> : null}
    </>
  );
}
