import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { inWorld } from './a-desk.ts';
import { claimOf, filed, rows } from './a-risk-world.ts';
import { command, done, refusedAs } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

test('a visit that is filed twice is flagged in the answer to the second, and stands earlier for it', async () => {
  await inWorld(async (world) => {
    const first = await filed(world);
    const second = await filed(world);
    expect(await claimOf(world, first)).toMatchObject({ risk: 0, flags: [{ weight: 0, claims: [second] }] });
    const claim = await claimOf(world, second);
    expect(claim).toMatchObject({
      risk: 60,
      flags: [{ n: 1, rule: 'duplicate', state: 'OPEN', claims: [first] }, {}],
    });
    expect(claim.rankAt).toBeLessThan((claim.dueAt ?? 0) - 12 * 3_600_000);
    expect(await rows(world, 'select number, rule, state from risk_events where weight > 0')).toEqual([
      { number: second, rule: 'duplicate', state: 'OPEN' },
      { number: second, rule: 'duplicate', state: 'OPEN' },
    ]);
    expect(await world.findings()).toEqual([]);
  });
});

test('two that come in with one cycle know of one another', async () => {
  await inWorld(async (world) => {
    const { send, people } = world;
    const both = await Promise.all(
      [0, 1].map(() => send(command(people.facility, 'SubmitClaim', claimForm()))),
    );
    expect(both.map((answer) => done(answer))).toHaveLength(2);
    expect(await rows(world, 'select risk from claims order by id')).toEqual([{ risk: 0 }, { risk: 60 }]);
  });
});

test('what claims usually are survives a batch that fails and one whose answer is lost, and an actor that wakes', async () => {
  await inWorld(async (world) => {
    const { database, send, people, another } = world;
    const kept = () => rows(world, 'select key, data from baselines order by key');
    const submissions = async () => {
      const found = (await kept()).find(({ key }) => String(key).startsWith('facility:'));
      const { window } = JSON.parse(String(found?.data ?? '{"window":{"count":0,"before":0}}'));
      return window.count + window.before;
    };
    await filed(world);
    expect(new Set((await kept()).map(({ key }) => String(key).split(':')[0]))).toEqual(
      new Set(['course', 'diagnosis', 'facility', 'peers', 'price']),
    );
    expect(await submissions()).toBe(1);
    const envelope = command(people.facility, 'SubmitClaim', claimForm());
    database.mood = 'down';
    expect(refusedAs(await send(envelope))).toBe('unavailable');
    database.mood = 'lost';
    done(await send(envelope));
    database.mood = 'well';
    expect(await submissions()).toBe(2);
    done(await send(command(people.facility, 'SubmitClaim', claimForm()), another()));
    expect(await submissions()).toBe(3);
    expect(await world.findings()).toEqual([]);
  });
});

test('a claim that comes back corrected is scored again: what is not so any more goes, counts and rows with it', async () => {
  await inWorld(async (world) => {
    const { send, people } = world;
    await filed(world);
    const number = await filed(world);
    done(await send(command(people.staff, 'TakeClaim', { number })));
    done(
      await send(
        command(people.staff, 'DisposeRiskEvent', { number, n: 1, verdict: 'CONFIRMED', reason: 'So.' }),
      ),
    );
    done(
      await send(command(people.staff, 'QueryClaim', { number, version: 2, question: 'Which test was it?' })),
    );
    const lines = [{ service: 'CONS', quantity: 1, unitPrice: 500_000 }];
    const answer = { number, answer: 'None.', lines, total: 500_000 };
    done(await send(command(people.facility, 'AnswerQuery', answer)));
    expect(await claimOf(world, number)).toMatchObject({
      state: 'RESUBMITTED',
      risk: 60,
      flags: [{ n: 1, state: 'CONFIRMED' }],
    });
    expect(await rows(world, 'select n, state from risk_events where weight > 0')).toEqual([
      { n: 1, state: 'CONFIRMED' },
    ]);
    expect(await world.findings()).toEqual([]);
  });
});

test('one person at two facilities at one hour is flagged where nobody gets from one to the other, and only there', async () => {
  await inWorld(async (world) => {
    const { send, people } = world;
    const clinic = (name: string, place: object) =>
      command(people.system, 'LinkFacility', {
        facilityId: `fac-${name}`,
        profile: { name, kind: 'clinic', ...place },
      });
    const at = (name: string): Principal => ({
      ...people.facility,
      organisation: { kind: 'facility', id: `fac-${name}` },
    });
    // Ikeja; some 9 km and some 110 km from there; and one of which nobody has said where it is.
    done(await send(clinic('ikeja', { latitude: 6.6, longitude: 3.35 })));
    done(await send(clinic('near', { latitude: 6.52, longitude: 3.35 })));
    done(await send(clinic('ibadan', { latitude: 7.38, longitude: 3.93 })));
    done(await send(clinic('nowhere', {})));
    const lines = [{ service: 'CONS', quantity: 1, unitPrice: 500_000 }];
    const other = [{ service: 'LAB-MP', quantity: 1, unitPrice: 150_000 }];
    const startedAt = new Date(world.now() - 5 * 3_600_000).toISOString();
    const first = await filed(world, { startedAt, lines, total: 500_000 }, at('ikeja'));
    const visit = { startedAt, lines: other, total: 150_000 };
    const apart = async (name: string) => {
      const number = await filed(world, visit, at(name));
      const { flags } = await claimOf(world, number);
      return flags.filter(({ rule, claims }) => rule === 'impossible_dates' && claims.includes(first));
    };
    expect(await apart('near')).toEqual([]);
    expect(await apart('nowhere')).toEqual([]);
    expect(await apart('ibadan')).toMatchObject([
      { evidence: expect.stringContaining(`The person was in ${first} at a facility 108 km away`) },
    ]);
    // An actor that has just woken knows neither of them until it scores.
    const woken = await filed(
      { ...world, send: (envelope) => send(envelope, world.another()) },
      visit,
      at('ibadan'),
    );
    expect(await claimOf(world, woken)).toMatchObject({
      flags: expect.arrayContaining([expect.objectContaining({ rule: 'impossible_dates' })]),
    });
    expect(await world.findings()).toEqual([]);
  });
});

test('where a facility is outlasts a request for a link that does not say', async () => {
  await inWorld(async (world) => {
    const { send, people } = world;
    const facilityId = 'fac-ikeja';
    const profile = { name: 'Ikeja', kind: 'clinic' } as const;
    const place = { latitude: 6.6, longitude: 3.35 };
    const link = { facilityId, profile: { ...profile, ...place } };
    done(await send(command(people.system, 'LinkFacility', link)));
    done(await send(command(people.system, 'EndLink', { facilityId, version: 1, reason: 'So.' })));
    done(await send(command(people.system, 'RequestLink', { facilityId, profile })));
    const [row] = await rows(world, `select profile from links where facility_id = '${facilityId}'`);
    expect(JSON.parse(String(row?.profile))).toEqual({ ...profile, ...place });
  });
});

test('verifying counts again what a facility and its peers are compared with, and says what was changed past the journal', async () => {
  await inWorld(async (world) => {
    const { people } = world;
    for (let n = 0; n < 3; n += 1) await filed(world);
    expect(await world.findings()).toEqual([]);
    const client = connect(env, `tenant-${people.id}`);
    const spoil = (key: string, path: string) =>
      client.execute({
        sql: `update baselines set data = json_set(data, ?, 99) where key like ?`,
        args: [path, `${key}:%`],
      });
    await spoil('facility', '$.window.count');
    await spoil('facility', '$.amounts[0][1]');
    await spoil('peers', '$.amounts[0][1]');
    expect(await world.findings()).toEqual([
      { check: 'baselines', message: expect.stringMatching(/kept is 99 after 0 in window/) },
      { check: 'baselines', message: expect.stringMatching(/kept are \d+: 99; the claims say \d+: 3/) },
      { check: 'baselines', message: expect.stringMatching(/the peers together count \d+: 99/) },
    ]);
    await client.execute('delete from baselines');
    expect(await world.findings()).toContainEqual({
      check: 'baselines',
      message: expect.stringMatching(/no baseline is kept/),
    });
  });
});

test('verifying counts a burst apart, as it was found', async () => {
  await inWorld(async (world) => {
    const window_ms = 600_000;
    const nextWindow = (windows: number) => world.later(windows * window_ms - (world.now() % window_ms));
    for (let n = 0; n < 4; n += 1) {
      await filed(world);
      nextWindow(6);
    }
    const burst = await Promise.all(Array.from({ length: 24 }, () => filed(world)));
    nextWindow(6);
    const after = await filed(world);
    expect((await claimOf(world, burst.at(-1) ?? '')).flags).toContainEqual(
      expect.objectContaining({
        rule: 'rapid_fire',
        evidence: expect.stringMatching(/^The facility submitted/),
      }),
    );
    expect((await claimOf(world, after)).flags.some(({ rule }) => rule === 'rapid_fire')).toBe(false);
    const [kept] = await rows(
      world,
      `select data ->> '$.peaks' peaks from baselines where key like 'facility:%'`,
    );
    const peaks: number[][] = JSON.parse(String(kept?.peaks));
    expect(peaks.flatMap(([, ...sizes]) => sizes)).toContain(-2);
    expect(await world.findings()).toEqual([]);
  });
});
