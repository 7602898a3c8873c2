import { createClient } from '@libsql/client';
import { openStates } from '../../schema/domain/claims/claim.ts';
import type { OrganisationRef } from '../../schema/domain/permissions.ts';
import type { Doors } from './insurer.ts';

interface Shown {
  readonly id: number;
  readonly state: string;
  readonly rankAt: number;
}
interface StateCount {
  readonly claims: number;
  readonly claimed: number;
  readonly approved: number;
}
interface Views {
  readonly counts: { readonly byState: Record<string, StateCount> };
  readonly queue: { readonly rows: Shown[]; readonly next: string | null };
}

/** What a tenant's actor shows: its whole queue, page by page, and its counts of states that have claims. */
export async function shownBy(doors: Doors, tenant: OrganisationRef) {
  const rows: Shown[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const response = await fetch(new URL('/internal/views', doors.origin), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-vetra-system': doors.systemToken,
        origin: doors.origin,
      },
      body: JSON.stringify({ actor: { kind: tenant.kind, id: tenant.id }, ...(after ? { after } : {}) }),
    });
    if (!response.ok)
      throw new Error(`/internal/views answered ${response.status}: ${await response.text()}`);
    const { counts, queue }: Views = JSON.parse(await response.text());
    rows.push(...queue.rows.map(({ id, state, rankAt }) => ({ id, state, rankAt })));
    after = queue.next;
    if (after === null) return { rows, counts: filled(counts.byState) };
  }
  throw new Error('the queue never ends');
}

const filled = (byState: Record<string, StateCount>) =>
  Object.fromEntries(Object.entries(byState).filter(([, { claims }]) => claims > 0));

/** The same from the rows themselves. */
export async function storedIn(databaseUrl: string, databaseToken: string, tenant: OrganisationRef) {
  const client = createClient({
    url: databaseUrl.replace('{db}', `tenant-${tenant.id}`),
    authToken: databaseToken,
  });
  try {
    const open = openStates.map((state) => `'${state}'`).join(', ');
    const [queue, sums] = await client.batch(
      [
        `select id, state, rank_at from claims where state in (${open}) order by rank_at, id`,
        'select state, count(*) n, sum(claimed) claimed, sum(coalesce(approved, 0)) approved from claims group by state',
      ],
      'read',
    );
    return {
      rows: (queue?.rows ?? []).map((row) => ({
        id: Number(row.id),
        state: String(row.state),
        rankAt: Number(row.rank_at),
      })),
      counts: Object.fromEntries(
        (sums?.rows ?? []).map((row) => [
          String(row.state),
          { claims: Number(row.n), claimed: Number(row.claimed), approved: Number(row.approved) },
        ]),
      ),
    };
  } finally {
    client.close();
  }
}
