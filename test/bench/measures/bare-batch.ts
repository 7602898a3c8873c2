import { createClient } from '@libsql/client';
import { callers } from '../bench.ts';
import { type Figure, rateFigure } from '../figure.ts';

/** The bare limit of the store: small batches of one insert each, from as many callers. */
export async function measureBareBatch(databaseUrl: string, databaseToken: string): Promise<Figure> {
  const client = createClient({ url: databaseUrl.replace('{db}', 'bench-bare'), authToken: databaseToken });
  await client.execute('create table if not exists entries (id integer primary key, text text not null)');
  const batches = 4000;
  const text = 'x'.repeat(400);
  let left = batches;
  const began = performance.now();
  const caller = async () => {
    while (left > 0) {
      left -= 1;
      await client.batch([{ sql: 'insert into entries (text) values (?)', args: [text] }], 'write');
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const rate = batches / ((performance.now() - began) / 1000);
  client.close();
  return rateFigure('bare: a libSQL batch of one row, 64 callers', [rate]);
}
