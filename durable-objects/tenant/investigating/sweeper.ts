import { authorizationIdOf } from '../../../schema/domain/authorizations/authorization.ts';
import { openStates } from '../../../schema/domain/claims/claim.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { claimIdOf } from '../../../schema/domain/ids.ts';
import type { HeldSubject, SubjectHold } from '../../../schema/domain/investigations/hold-subject.ts';
import type { Investigation } from '../../../schema/domain/investigations/investigation.ts';
import { report } from '../../actor/report.ts';
import type { Statement, Store } from '../../actor/store.ts';
import type { BySystem } from '../lapses.ts';
import { investigationKind } from '../memory/investigations.ts';
import type { Timer } from '../timers.ts';

/** So many claims change with one command, and so many rows are looked through for them: nobody waits for more. */
const portion_claims = 50;
const looked_rows = 1_000;
/** After a failure the work rests so long. */
const rest_ms = 2_000;

const open = openStates.map((state) => `'${state}'`).join(', ');
const licence = `replace(replace(replace(replace(upper(body ->> '$.practitionerLicence'), ' ', ''), '-', ''), '/', ''), '.', '')`;

/** The next claims of a subject after one, by id; `upTo` is the last that was looked at. */
function portionOf(subject: string, after: number): Statement {
  const of = subject.slice(2);
  if (subject.startsWith('a:'))
    return {
      sql: `select c.id, c.state in (${open}) or c.state = 'APPROVED' as open from authorizations a join claims c on c.enrollee_id = a.enrollee_id
        where a.id = ? and c.id > ? and exists (select 1 from json_each(c.body, '$.lines') l
          where l.value ->> '$.authorization' in (a.body ->> '$.code', a.body ->> '$.breach.reference'))
        order by c.id limit ${portion_claims + 1}`,
      args: [authorizationIdOf(of) ?? 0, after],
    };
  if (subject.startsWith('f:'))
    return {
      sql: `select id, state in (${open}) as open from claims where facility_id = ? and id > ? order by id limit ${looked_rows}`,
      args: [of, after],
    };
  return {
    sql: `select id, 1 as open from claims
      where ${licence} = ? and id > ? and state in (${open}) and body ->> '$.practitionerLicence' is not null
      order by id limit ${portion_claims + 1}`,
    args: [of, after],
  };
}

interface Portion {
  claims: number[];
  /** where it goes on; null: this is the last */
  after: number | null;
}

function cut(rows: readonly { id: number; open: boolean }[], isWhole: boolean): Portion {
  const claims = rows.filter((row) => row.open).map((row) => row.id);
  const last = claims[portion_claims - 1];
  if (last !== undefined && (claims.length > portion_claims || !isWhole))
    return { claims: claims.slice(0, portion_claims), after: last };
  return { claims, after: isWhole ? null : (rows.at(-1)?.id ?? null) };
}

/**
 * What a hold does in the background: the claims that are there when it is placed, or lifted, portion by portion. Where it
 * stands is in the held subject's own row, so that it goes on after a crash.
 */
export class Sweeper implements Timer {
  readonly #store: Store;
  readonly #clock: () => Moment;
  readonly #bySystem: BySystem;
  /** the work that is under way */
  #running: Promise<void> | null = null;
  #again = false;
  #restUntil: Moment | null = null;
  /** the portion that was sent last: one that comes again would come for ever */
  #sent = '';

  constructor(store: Store, clock: () => Moment, bySystem: BySystem) {
    this.#store = store;
    this.#clock = clock;
    this.#bySystem = bySystem;
  }

  nextAt(): Moment | null {
    return this.#restUntil;
  }

  /** What is under way is waited for: whoever rang knows afterwards that it is done, or that it rests. */
  async ring(): Promise<void> {
    if (this.#restUntil !== null && this.#restUntil <= this.#clock()) await this.started();
    else await this.#running;
  }

  /** There is something to do, or there may be: the actor has woken, or a hold was placed or lifted. Ends when it is done. */
  async started(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async #work(): Promise<void> {
    this.#restUntil = null;
    try {
      while (this.#again) {
        this.#again = false;
        while (await this.#portion());
      }
    } catch (error) {
      report('holds are not placed', error);
      this.#sent = '';
      this.#restUntil = this.#clock() + rest_ms;
    }
  }

  /** One portion of one hold; false: there is nothing to do. */
  async #portion(): Promise<boolean> {
    const [rows = []] = await this.#store.read([
      { sql: 'select data from holds indexed by holds_sweeping where sweeping = 1 limit 1', args: [] },
    ]);
    const text = rows[0]?.data;
    if (typeof text !== 'string') return false;
    const held: HeldSubject = JSON.parse(text);
    const hold = held.holds.find(({ sweep }) => sweep !== null);
    if (!hold) return false;
    const { investigation, since } = hold;
    const portion = await this.#next(held.subject, hold);
    const id = `sweep-${held.subject.slice(0, 40)}-${investigation}-${since}-${hold.after}`;
    if (id === this.#sent) throw new Error(`${id} has been sent and nothing has moved`);
    this.#sent = id;
    await this.#bySystem(id, {
      type: 'SweepHold',
      input: { investigation, subject: held.subject, since, ...portion },
    });
    return true;
  }

  async #next(subject: string, { investigation, after }: SubjectHold): Promise<Portion> {
    if (subject.startsWith('i:')) {
      const [rows = []] = await this.#store.read([investigationKind.read([investigation])]);
      const [found]: Investigation[] = investigationKind.parse(String(rows[0]?.[0] ?? '[]'));
      const ids = (found?.claims ?? []).flatMap((number) => claimIdOf(number) ?? []).sort((a, b) => a - b);
      return cut(
        ids.filter((id) => id > after).map((id) => ({ id, open: true })),
        true,
      );
    }
    const [rows = []] = await this.#store.read([portionOf(subject, after)]);
    const found = rows.map((row) => ({ id: Number(row.id), open: Number(row.open) === 1 }));
    const limit = subject.startsWith('f:') ? looked_rows : portion_claims + 1;
    return cut(found, found.length < limit);
  }
}
