import type { AuthorizationNews } from '../../schema/domain/authorizations/facility-authorization.ts';
import type { FacilityNews } from '../../schema/domain/claims/facility-claim.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { ToldMembers } from '../../schema/domain/members/member-news.ts';
import type { LinkNews } from '../../schema/domain/network/message.ts';
import type { Store } from './store.ts';

/** What a replay needs of a journal entry. */
export interface Replayed {
  seq: number;
  at: Moment;
  action: string;
  subject: string;
  data: ReplayedData;
}

/** The figures of an entry that a replay looks at; each may be missing. */
export interface ReplayedData {
  tell?: string;
  state?: string;
  leaseBy?: string;
  leaseUntil?: number;
  /** a change of cover: the first past day that became another, if any did */
  outcome?: { reviewFrom?: string | null };
  /** of a link: what its people are told */
  news?: LinkNews;
  /** a tenant's: requests that changed with it, by id, and what their facility is told */
  authorizations?: number[];
  says?: AuthorizationNews;
  /** a facility's: which tenant told what of its link */
  link?: { news: LinkNews };
  /** a facility's: which tenant told of which claims, and what */
  tenant?: string;
  claims?: { number: string; news: FacilityNews }[];
  requests?: { number: string; news: AuthorizationNews }[];
  /** a tenant's: covered people who are told in their own portals */
  members?: ToldMembers[];
  /** of a client: what its people are told of their cover */
  clientTold?: string;
  /** a tenant's: claims that changed with it, by id */
  also?: number[];
}

const page_rows = 1_000;

/** The journal's entries after `from` up to `to`, in pages; nothing is read when there are none. */
export async function* replay(store: Store, from: number, to: number): AsyncGenerator<Replayed[]> {
  for (let after = from; after < to; ) {
    const [rows = []] = await store.read([
      {
        sql: 'select seq, at, action, subject, data from journal where seq > ? and seq <= ? order by seq limit ?',
        args: [after, to, page_rows],
      },
    ]);
    const entries = rows.map(
      (row): Replayed => ({
        seq: Number(row.seq),
        at: Number(row.at),
        action: String(row.action),
        subject: String(row.subject),
        data: JSON.parse(String(row.data)),
      }),
    );
    const last = entries[entries.length - 1];
    if (!last) return;
    after = last.seq;
    yield entries;
  }
}

/** The number in a subject of this kind (`claim:12` → 12); null when it is of another. */
export function subjectId(subject: string, kind: string): number | null {
  const [of, id] = subject.split(':');
  return of === kind ? Number(id) : null;
}
