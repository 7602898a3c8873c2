import { env } from 'cloudflare:workers';
import type { Client, InStatement } from '@libsql/client/web';
import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { type ClaimsAsked, claimsPage } from '../../../worker/queries/claims-page.ts';
import { inWorld } from '../actor/a-desk.ts';

/** The client as it is, with what is sent noted. */
function noting(client: Client, sent: InStatement[]): Client {
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== 'batch') return Reflect.get(target, name, target);
      return (statements: InStatement[]) => {
        sent.push(...statements);
        return target.batch(statements, 'read');
      };
    },
  });
}

const filters: readonly Partial<ClaimsAsked>[] = [
  { state: 'RECEIVED' },
  { state: 'RECEIVED', facilityExternalId: 'harbour' },
  { state: 'RECEIVED', submittedAfter: 1 },
  { state: 'RECEIVED', submittedBefore: 9, facilityId: 'f1' },
  { externalId: 'x', state: 'APPROVED' },
];

test('however filters meet, a list walks its candidates and reads claims by their ids', () =>
  inWorld(async ({ people }) => {
    const client = connect(env, `tenant-${people.id}`);
    for (const filter of filters) {
      const sent: InStatement[] = [];
      await claimsPage(noting(client, sent), { facilityId: null, after: null, limit: 20, ...filter });
      const [page] = sent;
      if (typeof page !== 'object' || !('sql' in page)) throw new Error('the page was asked for first');
      const { rows } = await client.execute({ ...page, sql: `explain query plan ${page.sql}` });
      const steps = rows.map((row) => String(row.detail));
      const walked = steps.indexOf('SCAN candidates');
      expect(walked, JSON.stringify(filter)).toBeGreaterThan(0);
      expect(steps[walked + 1]).toBe('SEARCH claims USING INTEGER PRIMARY KEY (rowid=?)');
    }
  }));
