import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { entryHash, genesis, inputHashOf, nextEntry } from '../../../durable-objects/actor/journal.ts';
import { seal, unseal } from '../../../durable-objects/actor/seal.ts';

const what = {
  commandId: 'c1',
  at: 1,
  actor: 'ada',
  action: 'PutClient',
  subject: 'client:A',
  data: '{}',
  sealed: null,
  inputHash: 'x',
};

test('each entry follows the one before, by number and by hash', () => {
  const first = nextEntry(genesis, what);
  const second = nextEntry(first, { ...what, commandId: 'c2' });
  expect([first.seq, second.seq]).toEqual([1, 2]);
  expect(first.prevHash).toBe('0'.repeat(64));
  expect(second.prevHash).toBe(first.hash);
  expect(second.hash).toBe(entryHash(second));
});

test('whatever of an entry is rewritten, its hash no longer fits', () => {
  const entry = nextEntry(genesis, what);
  const rewritten = {
    seq: 2,
    commandId: 'other',
    at: 2,
    actor: 'ben',
    action: 'x',
    subject: 'y',
    data: '{"a":1}',
    sealed: 'z',
    inputHash: 'q',
    prevHash: 'p',
  };
  for (const [name, value] of Object.entries(rewritten))
    expect(entryHash({ ...entry, [name]: value }), name).not.toBe(entry.hash);
});

test('another input has another hash, and so has another command, or another organisation, with the same input', () => {
  const own = { kind: 'tenant', id: 'a' } as const;
  const hash = inputHashOf({ type: 'PutClient', input: { code: 'A' } }, own);
  expect(inputHashOf({ type: 'PutClient', input: { code: 'A' } }, own)).toBe(hash);
  expect(inputHashOf({ type: 'PutClient', input: { code: 'B' } }, own)).not.toBe(hash);
  expect(inputHashOf({ type: 'PutService', input: { code: 'A' } }, own)).not.toBe(hash);
  expect(inputHashOf({ type: 'PutClient', input: { code: 'A' } }, { ...own, id: 'b' })).not.toBe(hash);
});

const person = { id: 'e1', sealKey: randomBytes(32).toString('base64') };

test('what is sealed is read with the key of the person and with no other', () => {
  const sealed = seal(person, { text: 'Why twice?' }, randomBytes(12)) ?? '';
  expect(sealed).not.toContain('twice');
  expect(JSON.parse(sealed)).toMatchObject({ of: 'e1' });
  expect(unseal(sealed, person.sealKey)).toEqual({ text: 'Why twice?' });
  expect(unseal(sealed, randomBytes(32).toString('base64'))).toBeNull();
});

test('a sealed text that was tampered with is not read', () => {
  const sealed: { text: string } = JSON.parse(seal(person, { text: 'Why?' }, randomBytes(12)) ?? '');
  const bytes = Buffer.from(sealed.text, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  expect(unseal(JSON.stringify({ ...sealed, text: bytes.toString('base64') }), person.sealKey)).toBeNull();
});

test('for a person whose key was erased nothing is sealed', () => {
  expect(seal({ id: 'e1', sealKey: null }, { text: 'x' }, randomBytes(12))).toBeNull();
});
