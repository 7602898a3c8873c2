import { part, type Query, withQuery } from './with-query.ts';

/** Piles and the batches decided of them: what the router knows. */
export const pilePatterns = {
  piles: '/:tenant/piles',
  pile: '/:tenant/piles/:facility/:month',
  /** POST: the next claim to vet */
  pileNext: '/:tenant/piles/:facility/:month/next',
  /** POST: claims put together to be decided at once */
  batches: '/:tenant/piles/:facility/:month/batches',
  batch: '/:tenant/piles/:facility/:month/batches/:batch',
  batchDecisions: '/:tenant/piles/:facility/:month/batches/:batch/decisions',
} as const;

/** A pile's name in an address. */
interface PileAt {
  facilityId: string;
  month: string;
}

/** The same, as addresses below a tenant's own. */
export const pilePaths = (root: string) => {
  const pile = ({ facilityId, month }: PileAt) => `${root}/piles/${part(facilityId)}/${part(month)}`;
  const batch = (at: PileAt, id: string) => `${pile(at)}/batches/${part(id)}`;
  return {
    piles: (query?: Query) => withQuery(`${root}/piles`, query),
    pile: (at: PileAt, query?: Query) => withQuery(pile(at), query),
    pileNext: (at: PileAt) => `${pile(at)}/next`,
    batches: (at: PileAt) => `${pile(at)}/batches`,
    batch: (at: PileAt, id: string, query?: Query) => withQuery(batch(at, id), query),
    batchDecisions: (at: PileAt, id: string) => `${batch(at, id)}/decisions`,
  };
};
