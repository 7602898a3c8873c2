import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import { ageBands, daysOfBand } from '../../../schema/domain/dashboard/age-bands.ts';
import { addDays, dateIn, momentIn } from '../../../schema/domain/dates.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { claimsDecidedSince } from '../../../worker/queries/claims-decided-since.ts';
import { claimsDecidedBy, proposedClaims, waitingClaims } from '../../../worker/queries/counted-claims.ts';
import { tenantDatabase } from '../../../worker/queries/database.ts';
import { inWorld, type World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const zone = 'Africa/Lagos';
const day_ms = 86_400_000;

const rows = async (world: World, sql: string) =>
  (await connect(env, `tenant-${world.people.id}`).execute(sql)).rows.map((row) => ({ ...row }));

/** Claims of several days in every state: filed, taken, queried, approved, rejected, reopened, proposed, straight through. */
async function aBusyWeek(world: World): Promise<void> {
  const { people, send, later } = world;
  const limits = [{ role: 'adjudicator', limits: { claim: 900_000 } }];
  done(await send(command(people.system, 'PutApprovalLimits', { roles: limits })));
  const rules = { filingWindowDays: 90, receivesAutomatically: true };
  const straightThrough = { on: true, name: 'Small', amountMax: 200_000, riskMax: 100, sampleOneIn: 1_000 };
  done(await send(command(people.system, 'PutClaimRules', { ...rules, straightThrough })));
  const prices = [{ service: 'LAB-MP', from: '2020-01-01', price: 150_000 }];
  done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices })));
  const small = [{ service: 'LAB-MP', quantity: 1, unitPrice: 150_000 }];
  const large = [{ service: 'CONS', quantity: 3, unitPrice: 500_000 }];
  let nth = 0;
  for (let day = 0; day < 10; day += 1) {
    const file = async (lines = claimForm().lines) => {
      // each on a day of its own, so that none is another's duplicate
      nth += 1;
      const startedAt = new Date(Date.now() - nth * day_ms).toISOString();
      const total = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
      const filed = done(
        await send(command(people.facility, 'SubmitClaim', claimForm({ startedAt, lines, total }))),
      );
      return 'number' in filed ? filed.number : '';
    };
    await file(small);
    await file();
    const by = day % 2 === 0 ? people.staff : people.other;
    const [approved, rejected, queried, proposed] = [
      await file(),
      await file(),
      await file(),
      await file(large),
    ];
    for (const number of [approved, rejected, queried, proposed])
      done(await send(command(by, 'TakeClaim', { number })));
    done(await send(await world.approval(approved, { by })));
    const sentence = 'No.';
    done(await send(command(by, 'RejectClaim', { number: rejected, version: 2, reasons: ['50'], sentence })));
    done(await send(command(by, 'QueryClaim', { number: queried, version: 2, question: 'Which?' })));
    done(await send(await world.approval(proposed, { by })));
    if (day % 3 === 0) {
      const reopening = { number: approved, version: 3, reason: 'Again.' };
      done(await send(command(people.system, 'ReopenClaim', reopening)));
    }
    if (day < 9) later(day_ms);
  }
}

/** Thousands of newer claims that somebody approved before: what was decided today is not among the newest. */
async function fillUp(world: World, before: number): Promise<void> {
  const columns = (await rows(world, "select name from pragma_table_info('claims')")).map(({ name }) => name);
  const own: Record<string, string> = {
    id: 'id + 1000 + n',
    number: "number || '-' || n",
    external_id: 'null',
    decided_at: String(before),
  };
  const of = columns.map((name) => own[String(name)] ?? String(name)).join(', ');
  await rows(
    world,
    `with recursive upTo(n) as (select 1 union all select n + 1 from upTo where n < 2500)
      insert into claims (${columns.join(', ')})
      select ${of} from (select * from claims where state = 'APPROVED' limit 1), upTo`,
  );
}

test('every figure is what the rows say, and each list holds as many claims as its figure counts', () =>
  inWorld(async (world) => {
    await aBusyWeek(world);
    const figures = await world.desk.overview.figures();
    const db = tenantDatabase(env, world.people.id);
    const today = dateIn(zone, world.now());
    const start = (day: string) => momentIn(zone, `${day}T00:00`);
    const count = async (where: string) =>
      Number((await rows(world, `select count(*) n from claims where ${where}`))[0]?.n);

    expect(figures.received.today).toBe(await count(`submitted_at >= ${start(today)}`));
    expect(figures.received.month).toBe(await count(`submitted_at >= ${start(`${today.slice(0, 8)}01`)}`));
    for (const state of openStates)
      for (const band of ageBands) {
        const { from, to } = daysOfBand(band, today);
        const span = {
          from: from === null ? null : start(from),
          before: to === null ? null : start(addDays(to, 1)),
        };
        const listed = await waitingClaims(db, { state, span, after: null, limit: 100 });
        expect([state, band, listed.length]).toEqual([state, band, figures.backlog[state][band]]);
        const within = `submitted_at >= ${span.from ?? 0} and submitted_at < ${span.before ?? 9e15}`;
        expect(await count(`state = '${state}' and ${within}`)).toBe(listed.length);
      }
    expect(figures.proposals).toBe(await count("body ->> '$.proposal' is not null and state = 'IN_REVIEW'"));
    expect(figures.proposals).toBe((await proposedClaims(db, { by: null, after: null, limit: 100 })).length);
    expect(figures.late).toBe(await count(`due_at < ${world.now()} and state in ('RECEIVED', 'IN_REVIEW')`));
    const soon = await world.desk.overview.queue({ dueWithinHours: 8, limit: 100 });
    expect(soon.rows).toHaveLength(figures.soon);

    const decided = `decided_at >= ${start(today)} and state in ('APPROVED', 'REJECTED')`;
    expect(figures.decided).toBe(await count(decided));
    expect(figures.people.length).toBeGreaterThan(0);
    for (const { accountId, decisions } of figures.people) {
      expect(await count(`${decided} and body ->> '$.decidedBy' = '${accountId}'`)).toBe(decisions);
      const asked = { by: accountId, straight: false, span: { from: start(today), before: null } };
      expect(await claimsDecidedBy(db, { ...asked, after: null, limit: 100 })).toHaveLength(decisions);
    }
    const straight = {
      by: 'system',
      straight: true,
      span: { from: start(addDays(today, -29)), before: null },
    };
    const through = await claimsDecidedBy(db, { ...straight, after: null, limit: 100 });
    expect(figures.straightMonth.straight).toBe(through.length);
    expect(through.length).toBeGreaterThan(5);
    expect(figures.straightMonth.decided).toBe(await count("state in ('APPROVED', 'REJECTED')"));
    expect(await world.findings()).toEqual([]);
  }));

test('what was decided today is listed whole, also where it came in before thousands of others', () =>
  inWorld(async (world) => {
    await aBusyWeek(world);
    const { today, decided } = await world.desk.overview.figures();
    expect(decided).toBeGreaterThan(1);
    const asked = { day: today, zone, limit: 100 };
    const listed = () => claimsDecidedSince(tenantDatabase(env, world.people.id), asked);
    const before = await listed();
    expect(before).toHaveLength(decided);
    await fillUp(world, momentIn(zone, `${today}T00:00`) - 1);
    expect(await listed()).toEqual(before);
  }));

test('after a crash the figures are the same', () =>
  inWorld(async (world) => {
    await aBusyWeek(world);
    const before = await world.desk.overview.figures();
    const awake = await world.another().overview.figures();
    expect({ ...awake, seq: before.seq }).toEqual(before);
  }));

test('a batch that failed counts nothing', () =>
  inWorld(async (world) => {
    const number = await world.taken();
    const before = await world.desk.overview.figures();
    const approving = await world.approval(number);
    world.database.mood = 'gone';
    expect(await world.send(approving)).toMatchObject({ refused: true });
    world.database.mood = 'well';
    expect((await world.desk.overview.figures()).people).toEqual(before.people);
    done(await world.send(approving));
    expect((await world.desk.overview.figures()).people).toEqual([{ accountId: 'ada', decisions: 1 }]);
  }));

test('the second of two looks is told only what has changed since', () =>
  inWorld(async (world) => {
    const number = await world.taken();
    const named = () => Object.fromEntries(world.desk.overview.counters([], 0).figures ?? []);
    expect(named()['received-today']).toBe(1);
    expect(named()).toEqual({});
    done(await world.send(await world.approval(number)));
    expect(named()).toMatchObject({ decided: 1, 'by-ada': 1, 'IN_REVIEW-today': 0 });
    done(
      await world.send(command(world.people.system, 'ReopenClaim', { number, version: 3, reason: 'Again.' })),
    );
    expect(named()).toMatchObject({ decided: 0, 'by-ada': 0, 'IN_REVIEW-today': 1 });
  }));

test('a page of a list goes on where the last one ended', () =>
  inWorld(async (world) => {
    await aBusyWeek(world);
    const db = tenantDatabase(env, world.people.id);
    const all = await proposedClaims(db, { by: null, after: null, limit: 100 });
    const first = await proposedClaims(db, { by: null, after: null, limit: 4 });
    const last = first.at(-1);
    const rest = await proposedClaims(db, { by: null, after: last ?? null, limit: 100 });
    expect([...first, ...rest].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const plans = [
      `select id from claims where state = 'RECEIVED' and state in ('SUBMITTED', 'RECEIVED', 'IN_REVIEW', 'QUERIED', 'RESUBMITTED') and submitted_at >= 1 order by submitted_at, id`,
      `select id from claims where decided_by is not null and decided_by = 'ada' and decided_at >= 1 order by decided_at desc, id desc`,
      `select id from claims where proposed is not null order by rank_at, id`,
    ];
    const used = await Promise.all(
      plans.map(async (sql) =>
        (await rows(world, `explain query plan ${sql}`)).map((row) => String(row.detail)),
      ),
    );
    expect(used.map((steps) => steps.length)).toEqual([1, 1, 1]);
    expect(used.flat().join()).toMatch(/claims_waiting.*claims_decided.*claims_proposed/);
  }));
