import type { Moment } from '../../../schema/domain/dates.ts';
import type { Batch } from '../../../schema/domain/piles/batch.ts';
import type { PileFigures, PileKey } from '../../../schema/domain/piles/pile.ts';
import { DueText } from '../../claims/due-text.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Actions, Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BatchesCard } from './batches-card.tsx';
import { PileProgress, pileProgressId } from './pile-progress.tsx';
import { type PileClaimRow, pileTable } from './pile-row.tsx';
import { PileSums } from './pile-sums.tsx';
import { type RuleCount, RuleSummary } from './rule-summary.tsx';
import { claimsWords, monthWords, type PileShow, pileShows, pileShowWords } from './words.ts';

export type PilePageProps = {
  slug: string;
  zone: string;
  currency: string;
  now: Moment;
  pile: PileKey;
  facilityName: string;
  figures: PileFigures;
  dueAt: Moment | null;
  show: PileShow;
  after: string;
  rows: readonly PileClaimRow[];
  next: string | null;
  /** open risk events by rule; null: the person may not see them */
  rules: readonly RuleCount[] | null;
  /** the command of the next claim; null: the person vets nothing here */
  vetId: string | null;
  /** the command that puts a batch together; null: the person decides nothing in batches */
  batchId: string | null;
  ticked: readonly string[];
  batches: readonly Batch[];
  /** what was decided just before, what is left, or what was refused */
  said: { decided: string | null; nothing: string | null; refusal: string | null };
};

/** This page's address, as somebody comes back to it. */
const addressOf = ({ slug, pile, show, after }: PilePageProps): string =>
  paths.staff(slug).pile(pile, { show: show === 'undecided' ? '' : show, after });

function Heading(props: PilePageProps) {
  const { slug, pile, facilityName, figures, dueAt, now, vetId } = props;
  const to = paths.staff(slug);
  return (
    <PageHeader
      title={
        <span>
          <bdi>{facilityName}</bdi> · {monthWords(pile.month)}
        </span>
      }
      crumbs={[{ label: 'Piles', href: to.piles() }]}
      lead={
        <>
          {claimsWords(figures.claims)}
          {dueAt === null ? null : (
            <>
              {' · oldest due '}
              <DueText dueAt={dueAt} now={now} state="RECEIVED" />
            </>
          )}
          {figures.withdrawn === 0 ? null : ` · ${figures.withdrawn} withdrawn`}
        </>
      }
      actions={
        vetId === null ? undefined : (
          <Form action={to.pileNext(pile)} commandId={vetId} inline>
            <input type="hidden" name="back" value={addressOf(props)} />
            <Button look="primary" keys="v">
              Vet next
            </Button>
          </Form>
        )
      }
    />
  );
}

function Said({ slug, said: { decided, nothing, refusal } }: Pick<PilePageProps, 'slug' | 'said'>) {
  return (
    <>
      {decided === null ? null : (
        <Notice tone="ok">
          The decision on <a href={paths.staff(slug).claim(decided)}>{decided}</a> is saved.
        </Notice>
      )}
      {nothing === null ? null : <Notice>{nothing}</Notice>}
      {refusal === null ? null : <Notice tone="danger">{refusal}</Notice>}
    </>
  );
}

function Empty({ slug, pile, show }: Pick<PilePageProps, 'slug' | 'pile' | 'show'>) {
  const all = <a href={paths.staff(slug).pile(pile, { show: 'all' })}>All claims of this pile</a>;
  if (show === 'undecided')
    return (
      <EmptyState title="Everything in this pile is decided" action={all}>
        A claim that comes late, or is reopened, brings the pile back.
      </EmptyState>
    );
  return (
    <EmptyState
      title={show === 'decided' ? 'Nothing is decided yet' : 'None of its claims stands here'}
      action={all}
    >
      {show === 'clean'
        ? 'Clean is a claim whose every line passes, with no open risk event and no hold on it.'
        : 'Choose another view of the pile.'}
    </EmptyState>
  );
}

function BatchActions({ figures }: Pick<PilePageProps, 'figures'>) {
  return (
    <Actions plainly>
      <Button name="what" value="ticked" keys="t">
        Review what is ticked
      </Button>
      {figures.clean === 0 ? null : (
        <Button name="what" value="clean" keys="c">
          {`Review all clean (${figures.clean})`}
        </Button>
      )}
    </Actions>
  );
}

function Claims(props: PilePageProps) {
  const { slug, currency, now, pile, show, rows, rules, batchId, ticked } = props;
  const spec = pileTable({
    slug,
    currency,
    now,
    risk: rules !== null,
    ticked: batchId === null ? null : new Set(ticked),
  });
  const label = `${pileShowWords[show]}: claims in the order of the queue`;
  const list =
    rows.length === 0 ? (
      <Empty slug={slug} pile={pile} show={show} />
    ) : (
      <Table spec={spec} rows={rows} label={label} />
    );
  if (batchId === null) return list;
  return (
    <Form action={paths.staff(slug).batches(pile)} commandId={batchId}>
      <input type="hidden" name="back" value={addressOf(props)} />
      <div class="stack">
        <BatchActions {...props} />
        {list}
      </div>
    </Form>
  );
}

/** All claims of one facility in one billing month, and how far they are (claims.md, Piles). */
export function PilePage(props: PilePageProps) {
  const { slug, zone, currency, pile, figures, show, after, next, rules, batches } = props;
  const to = paths.staff(slug);
  const counts: Partial<Record<PileShow, number>> = {
    undecided: figures.open,
    clean: figures.clean,
    ...(rules === null ? {} : { flagged: figures.flagged }),
    decided: figures.claims - figures.open,
    all: figures.claims,
  };
  const shown = pileShows.filter((each) => each !== 'flagged' || rules !== null);
  const query = (each: PileShow) => ({ show: each === 'undecided' ? '' : each });
  return (
    <>
      <Heading {...props} />
      <Said {...props} />
      <PileProgress figures={figures} id={pileProgressId} />
      <PileSums {...{ slug, pile, figures, currency }} />
      {rules === null || rules.length === 0 ? null : (
        <Card title="Open risk events by rule">
          <RuleSummary rules={rules} href={to.pile(pile, { show: 'flagged' })} />
        </Card>
      )}
      <Tabs
        label="Claims of this pile"
        tabs={shown.map((each) => ({
          label: pileShowWords[each],
          href: to.pile(pile, query(each)),
          current: each === show,
          ...(counts[each] === undefined ? {} : { count: counts[each] }),
        }))}
      />
      <div id="queue-news" />
      <Claims {...props} />
      <ListPager
        after={after}
        next={next}
        at={(cursor) => to.pile(pile, { ...query(show), after: cursor })}
      />
      <BatchesCard {...{ slug, zone, pile, batches }} />
    </>
  );
}
