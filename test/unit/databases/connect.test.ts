import { expect, test } from 'vitest';
import { connect } from '../../../worker/databases/connect.ts';
import { recordedApi } from './recorded-api.ts';

const answer = {
  status: 200,
  body: JSON.stringify({
    baton: null,
    base_url: null,
    results: [
      {
        type: 'ok',
        response: {
          type: 'execute',
          result: { cols: [], rows: [], affected_row_count: 0, last_insert_rowid: null },
        },
      },
      { type: 'ok', response: { type: 'close' } },
    ],
  }),
};

test.each(['{db}/', '{db}'])('puts the name into the template ending in %s', async (end) => {
  const api = await recordedApi([answer]);
  const env = { DATABASE_URL: `${api.url}${end}`, DATABASE_TOKEN: 'token' };
  await connect(env, 'tenant-lagos').execute('select 1');
  expect(api.seen).toMatchObject([{ path: '/tenant-lagos/v2/pipeline', authorization: 'Bearer token' }]);
});

test('puts the name into a host', () => {
  const env = { DATABASE_URL: 'libsql://{db}-acme.turso.io', DATABASE_TOKEN: 'token' };
  expect(connect(env, 'tenant-lagos').closed).toBe(false);
});

test('refuses a template without a place for the name, and a name that is not one', () => {
  expect(() => connect({ DATABASE_URL: 'http://x/', DATABASE_TOKEN: '' }, 'a')).toThrow('{db}');
  expect(() => connect({ DATABASE_URL: 'http://x/{db}/', DATABASE_TOKEN: '' }, '../b')).toThrow(
    'not the name',
  );
});

test('gives every request a client of its own', () => {
  const env = { DATABASE_URL: 'http://127.0.0.1:1/{db}/', DATABASE_TOKEN: 'token' };
  expect(connect(env, 'directory')).not.toBe(connect(env, 'directory'));
});
