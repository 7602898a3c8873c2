import { type Batch, outcomesOf } from '../../../schema/domain/piles/batch.ts';
import type { PileKey } from '../../../schema/domain/piles/pile.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { claimsWords } from './words.ts';

/** What a batch came to, in words. */
export function outcomeWords(batch: Batch): string {
  if (batch.state === 'DECIDING') return 'is being decided';
  const { decided, proposed, skipped } = outcomesOf(batch.results);
  const verb = batch.decision?.verb === 'reject' ? 'rejected' : 'approved';
  return [
    `${decided} ${verb}`,
    ...(proposed === 0 ? [] : [`${proposed} proposed`]),
    ...(skipped === 0 ? [] : [`${skipped} skipped`]),
  ].join(', ');
}

type BatchesCardProps = { slug: string; zone: string; pile: PileKey; batches: readonly Batch[] };

/** The latest decisions on many claims of the pile at once, each with the way to what became of them. */
export function BatchesCard({ slug, zone, pile, batches }: BatchesCardProps) {
  if (batches.length === 0) return null;
  const links = batches.map((batch) => ({
    href: paths.staff(slug).batch(pile, batch.id),
    text: (
      <>
        {claimsWords(batch.items.length)}: {outcomeWords(batch)} · <bdi>{batch.decision?.name}</bdi>
      </>
    ),
    when: <MomentText at={batch.decision?.at ?? batch.preparedAt} timeZone={zone} />,
  }));
  return (
    <Card title="Decided in batches">
      <LinkList links={links} />
    </Card>
  );
}
