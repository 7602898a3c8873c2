import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readOrMakeKeys } from '../../../selfhost/keys.ts';

describe('the key file', () => {
  let directory: string;
  let keyFile: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'vetra-keys-'));
    keyFile = join(directory, 'secrets', 'keys.json');
  });
  afterEach(() => rm(directory, { recursive: true }));

  const read = () => readOrMakeKeys(keyFile, join(directory, 'databases'));

  test('is made once, for its owner alone, with keys that differ from every other', async () => {
    const made = await read();
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    expect(await read()).toEqual(made);
    const { vapid, ...others } = made;
    expect(new Set([...Object.values(others), ...Object.values(vapid)]).size).toBe(6);
    expect(Buffer.from(vapid.publicKey, 'base64url')).toHaveLength(65);
    expect(Buffer.from(made.databaseKey, 'base64')).toHaveLength(32);
  });

  test('from before there were notifications gets the pair that it lacks, and keeps the rest', async () => {
    const { vapid: _, ...older } = await read();
    await writeFile(keyFile, JSON.stringify(older), { mode: 0o600 });
    const completed = await read();
    expect(completed).toMatchObject(older);
    expect(await read()).toEqual(completed);
  });

  test('that others can read is refused with the command that mends it', async () => {
    await read();
    await chmod(keyFile, 0o644);
    await expect(read()).rejects.toThrow(`run chmod 600 ${keyFile}`);
  });

  test('is not made anew where there is data already', async () => {
    await mkdir(join(directory, 'databases'));
    await expect(read()).rejects.toThrow('put it back');
  });

  test.each(['', '{}', '{"databaseKey":"short"}'])('that holds %j is refused', async (text) => {
    await read();
    await writeFile(keyFile, text);
    await expect(read()).rejects.toThrow('is not as it was made');
    expect(await readFile(keyFile, 'utf8')).toBe(text);
  });
});
