import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import type { Fault } from './problems.ts';

const CSV_TYPE = /^text\/csv\s*(?:;.*)?$/i;

/** Reads a request's body as the bytes of a CSV file: how it is written is found out with its rows. */
export async function readCsvBody(c: Context<AppEnv>): Promise<{ value: unknown } | { fault: Fault }> {
  if (!CSV_TYPE.test(c.req.header('content-type') ?? ''))
    return { fault: { code: 'not-csv', detail: 'Send content-type: text/csv.' } };
  return { value: new Uint8Array(await c.req.arrayBuffer()) };
}
