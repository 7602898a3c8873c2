import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { chunk_bytes } from '../../../schema/domain/attachments/limits.ts';
import { readFile } from '../../../worker/attachments/read-file.ts';
import { bucketOf } from '../../../worker/databases/bucket.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { aPdf, bytesOf } from '../../support/files.ts';
import { inWorld } from '../actor/a-desk.ts';
import { done } from '../actor/a-tenant.ts';
import { draftOf, fileRow, sendingTo } from './kept-files.ts';
import { idOf } from './uploading.ts';

const bound = { ...env, ATTACHMENTS: env.TEST_BUCKET };
const bucket = bucketOf(bound);

test('without a binding there is no bucket', () => {
  expect(bucketOf({})).toBeNull();
});

test('where a bucket is bound, pieces lie there, encrypted, under names that nobody guesses, and go with the file', () =>
  inWorld(
    async (world) => {
      const bytes = aPdf(chunk_bytes + 9, 'A line that nobody shall read');
      const uploading = sendingTo(world);
      const id = idOf(await uploading.send(draftOf(world), bytes));
      const file = await fileRow(world, id);
      if (!file?.bucket) throw new Error('it names no place in the bucket');
      expect(file.bucket).toMatch(/^[0-9a-f]{48}$/);
      const listed = async () => (await env.TEST_BUCKET.list({ prefix: `${file.bucket}/` })).objects;
      expect((await listed()).map(({ key }) => key)).toEqual([`${file.bucket}/0`, `${file.bucket}/1`]);
      const stored = await (await env.TEST_BUCKET.get(`${file.bucket}/0`))?.arrayBuffer();
      expect(new TextDecoder('latin1').decode(stored)).not.toContain('nobody shall read');
      const { rows } = await connect(env, `tenant-${world.people.id}`).execute(
        'select count(*) as pieces, count(bytes) as inside from attachment_chunks',
      );
      expect({ ...rows[0] }).toMatchObject({ pieces: 2, inside: 0 });
      const whole = readFile(bound, world.people.id, file, { first: 0, last: bytes.length - 1 });
      const parts: Uint8Array[] = [];
      for await (const part of whole) parts.push(part);
      expect(bytesOf(...parts)).toEqual(bytes);
      // whoever erases the key erases the file, wherever its pieces are
      const erased = readFile(bound, world.people.id, { ...file, key: '' }, { first: 0, last: 9 });
      await expect(erased.getReader().read()).rejects.toThrow('does not open');
      done(await uploading.remove(id));
      await world.desk.rang();
      expect(await listed()).toEqual([]);
      expect(await fileRow(world, id)).toBeNull();
    },
    bucket ? { bucket } : {},
  ));
