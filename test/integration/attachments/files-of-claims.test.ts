import { expect, test } from 'vitest';
import { Pieces } from '../../../durable-objects/tenant/files/pieces.ts';
import { chunk_bytes } from '../../../schema/domain/attachments/limits.ts';
import { aJpeg, aPdf, aPng, bytesOf } from '../../support/files.ts';
import { inWorld } from '../actor/a-desk.ts';
import { command, done, refusedAs } from '../actor/a-tenant.ts';
import { claimOf, draftOf, filed, fileRow, filing, sendingTo, storeOf } from './kept-files.ts';
import { idOf, Uploading } from './uploading.ts';

const day_ms = 86_400_000;

test("a draft's files become the claim's, and are nobody else's", () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const thumbnail = aJpeg(120, 90);
    idOf(
      await uploading.send(draftOf(world), aPng(900, 700), { name: 'x-ray.png', kind: 'X-ray', thumbnail }),
    );
    idOf(await uploading.send(draftOf(world, 'draft-2'), aPdf()));
    const number = await filed(world, 'draft-1');
    const { files } = await claimOf(world, number);
    expect(files).toMatchObject([{ name: 'x-ray.png', kind: 'X-ray', type: 'image/png', thumbnail: true }]);
    expect(await fileRow(world, files[0].id)).toMatchObject({
      place: expect.stringMatching(/^claim:/),
      expiresAt: null,
    });
    const elsewhere = { ...draftOf(world), facilityId: 'other' };
    expect(refusedAs(await uploading.begin(elsewhere, aPdf()))).toBe('not_found');
  }));

test('a small picture that is none, or is not small, is left out', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    for (const [n, thumbnail] of [aPdf(), aJpeg(2000, 90), bytesOf('<svg/>')].entries()) {
      const id = idOf(await uploading.send(draftOf(world), aPng(900 + n, 700), { thumbnail }));
      expect(await fileRow(world, id)).toMatchObject({ state: 'READY', thumbnail: false });
    }
  }));

test('files that an integrator uploaded are named when the claim is filed, once', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const loose = { kind: 'loose', id: 'api-upload-1' } as const;
    const id = idOf(await uploading.send(loose, aPdf()));
    const number = await filed(world, undefined, { attachments: [id] });
    expect((await claimOf(world, number)).files).toMatchObject([{ id }]);
    const again = await filing(world, undefined, { attachments: [id, 'none'], externalId: 'other' });
    expect(again).toMatchObject({ errors: [{ field: 'attachments.0' }, { field: 'attachments.1' }] });
  }));

test("a claim takes files until it is decided; the facility's may go only while a query is open", () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const uploading = sendingTo(world);
    const early = idOf(await uploading.send(draftOf(world), aPdf(500)));
    const number = await filed(world, 'draft-1');
    const place = { kind: 'claim', number } as const;
    idOf(await uploading.send(place, aPng()));
    const ofStaff = new Uploading(world.desk, people.staff);
    idOf(await ofStaff.send(place, aJpeg()));
    expect(refusedAs(await uploading.remove(early))).toBe('wrong_state');
    done(await send(command(people.staff, 'TakeClaim', { number })));
    const { version } = await claimOf(world, number);
    world.later(1000);
    done(await send(command(people.staff, 'QueryClaim', { number, version, question: 'More?' })));
    const late = idOf(await uploading.send(place, aPdf(700)));
    expect((await claimOf(world, number)).files).toHaveLength(4);
    expect(refusedAs(await uploading.remove(early))).toBe('wrong_state');
    expect(refusedAs(await ofStaff.remove(late))).toBe('not_found');
    done(await uploading.remove(late));
    expect((await claimOf(world, number)).files).toHaveLength(3);
    const noAnswer = { ...people.facility, permissions: ['facility.claim.draft'] } as const;
    expect(refusedAs(await uploading.begin(place, aPdf(800), { by: noAnswer }))).toBe('forbidden');
    done(await send(command(people.facility, 'AnswerQuery', { number, answer: 'There.' })));
    done(await send(command(people.staff, 'TakeClaim', { number })));
    done(await send(await world.approval(number, { version: (await claimOf(world, number)).version })));
    expect(refusedAs(await uploading.begin(place, aPdf(900)))).toBe('wrong_state');
  }));

test('adding a file leaves the lease and the version, so that whoever decides goes on', () =>
  inWorld(async (world) => {
    const number = await world.taken();
    const before = await claimOf(world, number);
    idOf(await sendingTo(world).send({ kind: 'claim', number }, aPdf()));
    const after = await claimOf(world, number);
    expect([after.version, after.state]).toEqual([before.version, before.state]);
    const desk = world.another();
    await desk.cycle.start();
    expect(await desk.overview.leases([Number(number.split('-').at(-1))])).toHaveLength(1);
    expect(await world.findings()).toEqual([]);
  }));

test('what is removed or never finished is erased by the clock, pieces and all; what a claim has stays', () =>
  inWorld(async (world) => {
    const uploading = sendingTo(world);
    const kept = idOf(await uploading.send(draftOf(world), aPdf(600)));
    await filed(world, 'draft-1');
    const unclaimed = idOf(await uploading.send(draftOf(world, 'draft-2'), aPdf(601)));
    const removed = idOf(await uploading.send(draftOf(world, 'draft-2'), aPdf(602)));
    const half = aPdf(chunk_bytes + 603);
    const unfinished = idOf(await uploading.begin(draftOf(world, 'draft-2'), half));
    await uploading.piece(unfinished, 0, half.subarray(0, chunk_bytes));
    const pieces = new Pieces(storeOf(world), null);
    const there = async () => {
      const ids = [kept, unclaimed, removed, unfinished];
      return Promise.all(
        ids.map(async (id) => [(await fileRow(world, id))?.state ?? null, (await pieces.there(id)).length]),
      );
    };
    done(await uploading.remove(removed));
    expect(await there()).toEqual([
      ['READY', 1],
      ['READY', 1],
      ['REMOVED', 1],
      ['UPLOADING', 1],
    ]);
    expect((await fileRow(world, removed))?.key).toBe('');
    await world.desk.rang();
    expect(await there()).toEqual([
      ['READY', 1],
      ['READY', 1],
      [null, 0],
      ['UPLOADING', 1],
    ]);
    world.later(day_ms);
    expect(await uploading.piece(unfinished, 1, half.subarray(chunk_bytes))).toMatchObject({
      code: 'not_found',
    });
    // also by an actor that knew nothing of it
    const desk = world.another();
    await desk.cycle.start();
    await desk.rang();
    expect(await there()).toEqual([
      ['READY', 1],
      ['READY', 1],
      [null, 0],
      [null, 0],
    ]);
    world.later(30 * day_ms);
    await desk.rang();
    expect(await there()).toEqual([
      ['READY', 1],
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
    expect(await world.findings()).toEqual([]);
  }));

test('a claim without a file that is wanted is refused, or comes in and goes to a person', () =>
  inWorld(async (world) => {
    const { people, send } = world;
    const rules = (refuses: boolean) =>
      command(people.system, 'PutAttachmentRules', {
        refuses,
        wanted: [{ group: 'laboratory', from: 300_000, kind: 'Laboratory report' }],
      });
    const straightThrough = { on: true, name: 'R', amountMax: 100_000_000, riskMax: 100, sampleOneIn: 1000 };
    const claimRules = { filingWindowDays: 90, receivesAutomatically: true, straightThrough };
    done(await send(command(people.system, 'PutClaimRules', claimRules)));
    done(await send(rules(true)));
    expect(await filing(world, 'draft-1')).toMatchObject({
      code: 'invalid',
      errors: [
        { field: 'attachments', reason: '252', message: expect.stringContaining('Laboratory report') },
      ],
    });
    idOf(await sendingTo(world).send(draftOf(world), aPdf(), { kind: 'Laboratory report' }));
    const whole = await filed(world, 'draft-1');
    expect((await claimOf(world, whole)).files).toMatchObject([{ kind: 'Laboratory report' }]);
    done(await send(rules(false)));
    const startedAt = new Date(Date.now() - 3 * day_ms).toISOString();
    const lacking = await filed(world, 'draft-2', { startedAt });
    expect(await claimOf(world, lacking)).toMatchObject({ state: 'RECEIVED', files: [] });
  }));
