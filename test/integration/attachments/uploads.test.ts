import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openChunk } from '../../../durable-objects/tenant/files/chunk-seal.ts';
import { Pieces } from '../../../durable-objects/tenant/files/pieces.ts';
import { chunk_bytes, file_bytes_max } from '../../../schema/domain/attachments/limits.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { aJpeg, aPdf, aPng, bytesOf, sha256Of } from '../../support/files.ts';
import { inWorld } from '../actor/a-desk.ts';
import { done, refusedAs } from '../actor/a-tenant.ts';
import { claimOf, draftOf, filed, fileRow, sendingTo, storeOf } from './kept-files.ts';
import { idOf, Uploading } from './uploading.ts';

test('a file comes in pieces, in any order, and lies there encrypted', () =>
  inWorld(async (world) => {
    const bytes = aPdf(2 * chunk_bytes + 77, 'A line that nobody shall read');
    const uploading = sendingTo(world);
    const id = idOf(await uploading.send(draftOf(world), bytes, { name: '/tmp/Àwòrán\u202e.pdf' }));
    const file = await fileRow(world, id);
    if (!file) throw new Error('it has no row');
    expect(file).toMatchObject({
      state: 'READY',
      name: 'Àwòrán.pdf',
      type: 'application/pdf',
      size: bytes.length,
      sha256: sha256Of(bytes),
      from: 'facility',
      by: 'Chi Clerk',
    });
    const pieces = new Pieces(storeOf(world), null);
    const sealed = await Promise.all([0, 1, 2].map((n) => pieces.get(file, n)));
    const clear = sealed.map((piece, n) => piece && openChunk(file, n, piece));
    expect(bytesOf(...clear.flatMap((piece) => piece ?? []))).toEqual(bytes);
    expect(new TextDecoder('latin1').decode(sealed[0] ?? undefined)).not.toContain('nobody shall read');
    // bound to its file and its place
    expect(sealed[0] && openChunk(file, 1, sealed[0])).toBeNull();
    expect(sealed[0] && openChunk({ ...file, id: 'other' }, 0, sealed[0])).toBeNull();
    expect(sealed[0] && openChunk({ ...file, key: '' }, 0, sealed[0])).toBeNull();
    expect(await world.findings()).toEqual([]);
  }));

test('the journal knows figures and no name', () =>
  inWorld(async (world) => {
    await sendingTo(world).send(draftOf(world), aPdf(), { name: 'Ngozi Ade scan.pdf' });
    const { rows } = await connect(env, `tenant-${world.people.id}`).execute(
      "select action, data, sealed from journal where subject like 'attachment:%' order by seq",
    );
    expect(rows.map(({ action }) => action)).toEqual(['BeginUpload', 'FinishUpload']);
    expect(JSON.stringify(rows)).not.toContain('Ngozi');
    expect(rows[0]?.sealed).not.toBeNull();
  }));

test('an upload that was cut off goes on where it stopped, also after the actor was gone', () =>
  inWorld(async (world) => {
    const bytes = aPdf(3 * chunk_bytes);
    const uploading = sendingTo(world);
    const id = idOf(await uploading.begin(draftOf(world), bytes));
    await uploading.piece(id, 1, bytes.subarray(chunk_bytes, 2 * chunk_bytes));
    const desk = world.another();
    const later = new Uploading(desk, world.people.facility);
    const begun = done(await later.begin(draftOf(world), bytes));
    expect(begun).toEqual({ uploadId: id, resumed: true });
    expect(await desk.files.desk.arrived(world.people.facility, id)).toEqual({ have: [1] });
    await later.piece(id, 0, bytes.subarray(0, chunk_bytes));
    expect(refusedAs(await later.finish(id))).toBe('wrong_state');
    await later.piece(id, 2, bytes.subarray(2 * chunk_bytes));
    done(await later.finish(id));
  }));

test('nothing half-stored is taken by a claim', () =>
  inWorld(async (world) => {
    const bytes = aPdf(chunk_bytes + 1);
    const uploading = sendingTo(world);
    const id = idOf(await uploading.begin(draftOf(world), bytes));
    await uploading.piece(id, 0, bytes.subarray(0, chunk_bytes));
    const number = await filed(world, 'draft-1');
    expect((await claimOf(world, number)).files).toEqual([]);
  }));

test('the same piece twice, pieces that are none, and strangers change nothing', () =>
  inWorld(async (world) => {
    const bytes = aPdf(chunk_bytes + 100);
    const uploading = sendingTo(world);
    const id = idOf(await uploading.begin(draftOf(world), bytes));
    const first = bytes.subarray(0, chunk_bytes);
    for (const _ of [1, 2]) expect(await uploading.piece(id, 0, first)).toEqual({});
    // another content in its place is not taken in its stead
    await uploading.piece(id, 0, new Uint8Array(chunk_bytes));
    const wrong = [
      [2, first],
      [-2, first],
      [0.5, first],
      [Number.NaN, first],
      [1, first],
      [1, new Uint8Array(0)],
      [-1, new Uint8Array(40_000)],
    ] as const;
    for (const [n, piece] of wrong)
      expect(await uploading.piece(id, n, piece)).toMatchObject({ code: 'invalid' });
    const stranger = { ...world.people.facility, organisation: { kind: 'facility', id: 'other' } } as const;
    expect(await uploading.piece(id, 1, bytes.subarray(chunk_bytes), stranger)).toMatchObject({
      code: 'not_found',
    });
    expect(await world.desk.files.desk.arrived(stranger, id)).toMatchObject({ code: 'not_found' });
    await uploading.piece(id, 1, bytes.subarray(chunk_bytes));
    expect(refusedAs(await uploading.finish(id, { by: stranger }))).toBe('not_found');
    const again = 'finish-once';
    const answers = [await uploading.finish(id, { id: again }), await uploading.finish(id, { id: again })];
    expect(answers.map((answer) => !answer.refused && answer.repeated)).toEqual([false, true]);
    expect(refusedAs(await uploading.finish(id))).toBe('not_found');
  }));

test('what did not arrive as it was sent is thrown away and can be sent again', () =>
  inWorld(async (world) => {
    const bytes = aPdf(chunk_bytes + 5);
    const uploading = sendingTo(world);
    const id = idOf(await uploading.begin(draftOf(world), bytes));
    const spoilt = Uint8Array.from(bytes);
    spoilt[50] = (spoilt[50] ?? 0) ^ 1;
    await uploading.pieces(id, spoilt);
    expect(refusedAs(await uploading.finish(id))).toBe('stale');
    expect(await world.desk.files.desk.arrived(world.people.facility, id)).toEqual({ have: [] });
    await uploading.pieces(id, bytes);
    done(await uploading.finish(id));
  }));

const lies: [string, Uint8Array][] = [
  ['HTML called a PDF', bytesOf('<!doctype html><script>alert(1)</script>')],
  ['SVG called a picture', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a PDF that is a page as well', bytesOf('%PDF-1.7\n<script>alert(1)</script>')],
  ['a PNG that promises gigabytes', aPng(60_000, 60_000)],
  ['a PNG with a page behind it', aPng(8, 8, '<script>alert(1)</script>')],
];
test.each(lies)('%s is refused in words, and stands nowhere', (_, bytes) =>
  inWorld(async (world) => {
    const answer = await sendingTo(world).send(draftOf(world), bytes);
    expect(answer).toMatchObject({ refused: true, code: 'invalid', errors: [{ field: 'file' }] });
    const number = await filed(world, 'draft-1');
    expect((await claimOf(world, number)).files).toEqual([]);
  }),
);

test('ten megabytes come in and not a byte more, streamed or not', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const whole = aPdf(file_bytes_max);
    idOf(await uploading.send(draftOf(world), whole));
    const id = idOf(await uploading.begin(draftOf(world, 'draft-2'), whole, { declared: null }));
    await uploading.pieces(id, whole);
    expect(await uploading.piece(id, 40, Uint8Array.of(1))).toMatchObject({ code: 'invalid' });
    done(await uploading.finish(id));
  }));

test('the same file twice, and a thirteenth, are refused; of two at once one comes in', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const place = draftOf(world);
    const bytes = aJpeg(10, 10);
    const [one, two] = await Promise.all([
      uploading.begin(place, bytes, { declared: null }),
      uploading.begin(place, bytes, { declared: null }),
    ]);
    await uploading.pieces(idOf(one), bytes);
    await uploading.pieces(idOf(two), bytes);
    const both = await Promise.all([uploading.finish(idOf(one)), uploading.finish(idOf(two))]);
    expect(both.filter((answer) => !answer.refused)).toHaveLength(1);
    expect(await uploading.begin(place, bytes)).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/already there/),
    });
    for (let n = 1; n < 12; n += 1) idOf(await uploading.send(place, aJpeg(10 + n, 10)));
    expect(await uploading.send(place, aJpeg(99, 10))).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/at most 12/),
    });
    const number = await filed(world, 'draft-1');
    expect((await claimOf(world, number)).files).toHaveLength(12);
  }));

test('a batch whose answer is lost leaves the file there once', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const bytes = aPdf();
    const id = idOf(await uploading.begin(draftOf(world), bytes));
    await uploading.pieces(id, bytes);
    world.database.mood = 'lost';
    const answer = await uploading.finish(id, { id: 'finish-lost' });
    world.database.mood = 'well';
    const settled = answer.refused ? await uploading.finish(id, { id: 'finish-lost' }) : answer;
    expect(idOf(settled)).toBe(id);
    expect(await fileRow(world, id)).toMatchObject({ state: 'READY' });
  }));

test('a piece that the database did not take is refused, and comes again', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const bytes = aPdf();
    const id = idOf(await uploading.begin(draftOf(world), bytes));
    world.database.mood = 'gone';
    await expect(uploading.piece(id, 0, bytes)).rejects.toThrow();
    world.database.mood = 'well';
    expect(isRefusal(await uploading.piece(id, 0, bytes))).toBe(false);
    done(await uploading.finish(id));
  }));
