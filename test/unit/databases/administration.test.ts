import { expect, test } from 'vitest';
import { readAdministration } from '../../../worker/databases/administration.ts';

test.each([
  [undefined, { kind: 'embedded' }],
  ['embedded', { kind: 'embedded' }],
  ['libsql-server:http://127.0.0.1:9090', { kind: 'libsql-server', adminUrl: 'http://127.0.0.1:9090' }],
  ['turso:acme/lagos', { kind: 'turso', organisation: 'acme', group: 'lagos' }],
])('reads %s', (written, administration) => {
  expect(readAdministration(written)).toEqual(administration);
});

test.each([
  'embeded',
  'libsql-server',
  'libsql-server:',
  'libsql-server:ftp://x',
  'turso:acme',
  'turso:acme/',
  'turso:a/b/c',
])('refuses %s and says what it takes', (written) => {
  expect(() => readAdministration(written)).toThrow(/must be "embedded"/);
});
