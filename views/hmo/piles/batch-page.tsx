import type { ReasonCode } from '../../../schema/domain/claims/reason-codes.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { type Batch, type BatchVerb, outcomesOf, totalOf } from '../../../schema/domain/piles/batch.ts';
import type { PileFigures } from '../../../schema/domain/piles/pile.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import type { FormErrors } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListPager } from '../../ui/pager.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Table } from '../../ui/table.tsx';
import { type BatchEntry, BatchForm } from './batch-form.tsx';
import { type BatchRow, batchTable } from './batch-row.tsx';
import { outcomeWords } from './batches-card.tsx';
import { PileProgress, pileProgressId } from './pile-progress.tsx';
import { claimsWords, monthWords } from './words.ts';

export type BatchPageProps = {
  slug: string;
  currency: string;
  batch: Batch;
  facilityName: string;
  figures: PileFigures;
  rows: readonly BatchRow[];
  after: string;
  next: string | null;
  /** the decision to be made; null: it is made, or this person may not */
  form: {
    commandId: string;
    verbs: readonly BatchVerb[];
    reasons: readonly ReasonCode[];
    entry: BatchEntry;
    errors: FormErrors;
  } | null;
  refusal: string | null;
  /** whether this person may see risk */
  risk: boolean;
};

function Sums({ batch, currency }: Pick<BatchPageProps, 'batch' | 'currency'>) {
  const { claims, claimed, recommended } = totalOf(batch.items);
  const money = (amount: number) => formatMoney(amount, currency, { symbol: true });
  const { decided, proposed, skipped } = outcomesOf(batch.results);
  if (batch.state === 'DECIDED')
    return (
      <Stats>
        <Stat
          label="Decided"
          value={decided}
          tone={decided > 0 ? 'ok' : undefined}
          note={`of ${claimsWords(claims)}`}
        />
        <Stat label="Proposed" value={proposed} note="above the ceiling: a second person confirms" />
        <Stat
          label="Skipped"
          value={skipped}
          tone={skipped > 0 ? 'warn' : undefined}
          note="left as they were, and why"
        />
      </Stats>
    );
  return (
    <Stats>
      <Stat
        label="Claims"
        value={claims}
        note={batch.gone === 0 ? undefined : `${batch.gone} more cannot be decided now`}
      />
      <Stat label="Claimed" value={money(claimed)} />
      <Stat label="Recommended" value={money(recommended)} note="each judged as it stands now" />
    </Stats>
  );
}

/** Claims of a pile that are decided together: to be looked at before, and what became of each after. */
export function BatchPage(props: BatchPageProps) {
  const { slug, currency, batch, facilityName, figures, rows, after, next, form, refusal, risk } = props;
  const to = paths.staff(slug);
  const { facilityId, month } = batch;
  const pile = { facilityId, month };
  const isDecided = batch.state === 'DECIDED';
  return (
    <>
      <PageHeader
        title={isDecided ? 'What became of the batch' : `Decide ${claimsWords(batch.items.length)}`}
        crumbs={[
          { label: 'Piles', href: to.piles() },
          { label: `${facilityName} · ${monthWords(month)}`, href: to.pile(pile) },
        ]}
        lead={
          isDecided
            ? `${claimsWords(batch.items.length)}: ${outcomeWords(batch)}.`
            : 'Nothing is decided yet.'
        }
        actions={<ButtonLink href={to.pile(pile)}>Back to the pile</ButtonLink>}
      />
      {refusal === null ? null : <Notice tone="danger">{refusal}</Notice>}
      {batch.state === 'DECIDING' ? (
        <Notice>
          It is being decided, also if you leave this page. <a href={to.batch(pile, batch.id)}>Look again</a>
        </Notice>
      ) : null}
      <PileProgress figures={figures} id={pileProgressId} />
      <Sums batch={batch} currency={currency} />
      {form === null ? null : (
        <BatchForm {...form} {...{ slug, pile, currency }} batchId={batch.id} total={totalOf(batch.items)} />
      )}
      <Table
        spec={batchTable({ slug, currency, batch, risk })}
        rows={rows}
        label={isDecided ? 'What became of each claim' : 'Claims to be decided'}
      />
      <ListPager after={after} next={next} at={(cursor) => to.batch(pile, batch.id, { after: cursor })} />
    </>
  );
}
