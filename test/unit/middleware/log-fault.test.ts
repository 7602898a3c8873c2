import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { logFault } from '../../../worker/middleware/log-fault.ts';

test('what failed and where is written down, and no value of the query that failed', () => {
  const written = vi.spyOn(console, 'error').mockImplementation(() => {});
  logFault(
    new DrizzleQueryError(
      'select name from enrollees where birth_date = ?',
      ['1990-05-17', 'Ngozi Ade'],
      new Error('SQLITE_CORRUPT: database disk image is malformed'),
    ),
  );
  const [line] = written.mock.calls[0] ?? [];
  written.mockRestore();
  expect(JSON.parse(String(line))).toMatchObject({
    level: 'error',
    name: 'Error',
    message: 'SQLITE_CORRUPT: database disk image is malformed',
    at: expect.arrayContaining([expect.stringContaining('log-fault.test.ts')]),
  });
  expect(String(line)).not.toMatch(/1990|Ngozi/);
});
