import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { isRefusal } from '../../schema/domain/refusal.ts';
import { report } from '../actor/report.ts';
import type { Store } from '../actor/store.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { openAfter } from './read-claims.ts';
import type { Timer } from './timers.ts';
import type { View } from './view.ts';

/** So many claims are read, ranked and written in one go: a few milliseconds of the actor's one thread. */
const portion_claims = 48;
/** After a failure the work rests so long; given up so often in a row, it goes on with the alarm. */
const rest_ms = 1_000;
const failures_max = 10;

/** The next portion while the view is being rebuilt. */
async function fromDatabase(store: Store, after: number): Promise<{ ids: number[]; through: number | null }> {
  const ids = (await openAfter(store, after, portion_claims)).map(({ id }) => id);
  return { ids, through: ids.length < portion_claims ? null : (ids.at(-1) ?? null) };
}

export interface RankerParts {
  memory: TenantMemory;
  view: View;
  store: Store;
  system: Principal;
  clock: () => Moment;
  submit: (envelope: Envelope<TenantCommand>) => Promise<Answer<TenantOutcome>>;
}

/**
 * Ranks the open claims anew after the rules changed, portion by portion in the order of their ids. How far it is stands
 * with the settings, written in each portion's own batch: a crash costs the portion that was under way.
 */
export class Ranker implements Timer {
  readonly #parts: RankerParts;
  #running: Promise<void> | null = null;

  constructor(parts: RankerParts) {
    this.#parts = parts;
  }

  get #ranking() {
    return this.#parts.memory.settings.durable(only)?.ranking ?? null;
  }

  /** The actor has woken, or the rules changed: what is left to do goes on. */
  run(): void {
    if (this.#ranking) this.#running ??= this.#work();
  }

  nextAt(): Moment | null {
    return this.#ranking && !this.#running ? this.#parts.clock() : null;
  }

  async ring(): Promise<void> {
    this.run();
  }

  /** Resolves once nothing is being ranked. */
  async isDone(): Promise<void> {
    await this.#running;
  }

  async #work(): Promise<void> {
    // Called while a batch is being told of: what follows from that comes first.
    await Promise.resolve();
    for (let failures = 0; this.#ranking && failures < failures_max; )
      try {
        await this.#portion(this.#ranking);
        failures = 0;
      } catch (error) {
        report('the queue is not ranked anew', error);
        failures += 1;
        await new Promise((resolve) => setTimeout(resolve, rest_ms));
      }
    this.#running = null;
  }

  async #portion({ round, after }: { round: string; after: number }): Promise<void> {
    const { view, store, system, submit } = this.#parts;
    const portion = view.complete ? view.idsAfter(after, portion_claims) : await fromDatabase(store, after);
    const input = { round, after, ...portion };
    const id = `rank-${round}-${after}`;
    const answer = await submit({ id, principal: system, command: { type: 'RankAnew', input } });
    if (isRefusal(answer) && answer.code !== 'wrong_state') throw new Error(answer.message);
  }
}
