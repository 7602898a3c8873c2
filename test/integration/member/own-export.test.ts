import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { ExportPortion, ExportSource } from '../../../durable-objects/member/export-source.ts';
import { OwnExports } from '../../../durable-objects/member/own-export.ts';
import { type ExportProgress, exported_ms } from '../../../schema/domain/members/own-export.ts';
import { freshId } from '../../../worker/command.ts';

const portions = 4;

/** Reads `portions` portions of one piece each; the bytes say which export's and which it is. */
function aSource() {
  const asked: (string | null)[] = [];
  const source: ExportSource = {
    next: async (exportId, cursor): Promise<ExportPortion> => {
      asked.push(cursor);
      const n = Number(cursor ?? 0);
      const bytes = new TextEncoder().encode(`${exportId} ${n}`);
      const [done, isWhole] = [n + 1, n + 1 === portions];
      return { pieces: [{ file: 0, n, bytes }], cursor: String(done), done, total: portions, isWhole };
    },
  };
  return { asked, source };
}

/** What puts exports together, on the storage of a member's actor, with an alarm that rings when the test says so. */
async function trial(
  run: (world: {
    start: (source: ExportSource) => OwnExports;
    told: ExportProgress[];
    rings: number[];
    clock: { now: number };
  }) => Promise<void>,
) {
  const stub = env.MEMBER.get(env.MEMBER.idFromName(`${freshId()}.${freshId()}`));
  await runInDurableObject(stub, async (_, { storage: { sql } }) => {
    const told: ExportProgress[] = [];
    const rings: number[] = [];
    const clock = { now: 1_800_000_000_000 };
    const setAlarm = async (at: number | Date) => void rings.push(Number(at));
    const start = (source: ExportSource) =>
      new OwnExports({
        storage: { sql, setAlarm },
        clock: () => clock.now,
        source,
        moved: (each) => told.push(each),
      });
    await run({ start, told, rings, clock });
  });
}

const text = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);

test('it is put together portion by portion, and told how far it is', () =>
  trial(async ({ start, told, rings, clock }) => {
    const { source } = aSource();
    const exports = start(source);
    expect(exports.progress()).toBeNull();
    exports.begin('e1');
    expect([exports.whole('e1'), exports.piece('e1', { file: 0, n: 0 })]).toEqual([null, null]);
    for (let n = 0; n < portions; n += 1) await exports.ring();
    expect(told.map(({ done, isReady }) => [done, isReady])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
    expect(exports.whole('e1')).toBe('4');
    expect(text(exports.piece('e1', { file: 0, n: 2 }))).toBe('e1 2');
    expect(exports.piece('e1', { file: 0, n: portions })).toBeNull();
    expect([exports.whole('another'), exports.piece('another', { file: 0, n: 0 })]).toEqual([null, null]);
    expect(rings.at(-1)).toBe(clock.now + exported_ms);
  }));

test('after a restart it goes on where it was, and reads nothing twice', () =>
  trial(async ({ start }) => {
    const { source, asked } = aSource();
    start(source).begin('e1');
    for (let n = 0; n < portions; n += 1) await start(source).ring();
    expect(asked).toEqual([null, '1', '2', '3']);
    const after = start(source);
    expect([0, 1, 2, 3].map((n) => text(after.piece('e1', { file: 0, n })))).toEqual([
      'e1 0',
      'e1 1',
      'e1 2',
      'e1 3',
    ]);
  }));

test('one that was read and not kept is read again', () =>
  trial(async ({ start }) => {
    const { source, asked } = aSource();
    const exports = start(source);
    exports.begin('e1');
    await exports.ring();
    const stopped = start({
      next: async (id, cursor) => {
        await source.next(id, cursor);
        throw new Error('stopped before it was kept');
      },
    });
    await stopped.ring();
    while (start(source).whole('e1') === null) await start(source).ring();
    expect(asked).toEqual([null, '1', '1', '2', '3']);
  }));

test('where nothing answers it says so, waits longer each time, and goes on', () =>
  trial(async ({ start, told, rings, clock }) => {
    const { source } = aSource();
    start(source).begin('e1');
    const failing = start({ next: () => Promise.reject(new Error('no database')) });
    for (let n = 0; n < 12; n += 1) await failing.ring();
    const pauses = rings.slice(1).map((at) => at - clock.now);
    expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(pauses.at(-1)).toBe(300_000);
    expect(told.at(-1)).toMatchObject({ isHeldUp: true, isReady: false });
    expect(start(source).progress()).toMatchObject({ isHeldUp: true });
    await start(source).ring();
    expect(told.at(-1)).toMatchObject({ isHeldUp: false, done: 1 });
  }));

test('it is gone after its days', () =>
  trial(async ({ start, clock, rings }) => {
    const { source } = aSource();
    const exports = start(source);
    exports.begin('e1');
    for (let n = 0; n < portions; n += 1) await exports.ring();
    clock.now += exported_ms - 1;
    await exports.ring();
    expect([exports.whole('e1'), rings.at(-1)]).toEqual(['4', clock.now + 1]);
    clock.now += 1;
    expect([exports.whole('e1'), exports.piece('e1', { file: 0, n: 0 })]).toEqual([null, null]);
    await exports.ring();
    expect(exports.progress()).toBeNull();
  }));

test('asked for anew, also while a portion is being read, the one before makes room', () =>
  trial(async ({ start }) => {
    const { source } = aSource();
    const exports = start({
      next: async (id, cursor) => {
        const portion = await source.next(id, cursor);
        if (id === 'e1' && cursor === '1') exports.begin('e2');
        return portion;
      },
    });
    exports.begin('e1');
    await exports.ring();
    await exports.ring();
    expect(exports.progress()).toMatchObject({ id: 'e2', done: 0 });
    exports.begin('e2');
    while (exports.whole('e2') === null) await exports.ring();
    expect(text(exports.piece('e2', { file: 0, n: 0 }))).toBe('e2 0');
    expect(exports.piece('e1', { file: 0, n: 0 })).toBeNull();
  }));
