import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { Done, Want } from '../actor/book.ts';
import { NoticeExpiry } from '../actor/notice-expiry.ts';
import type { Messenger } from '../actor/parts.ts';
import type { Store } from '../actor/store.ts';
import { AuthorizationClocks } from './authorizing/clocks.ts';
import { PlanMoves } from './authorizing/plan-moves.ts';
import { FallingDue } from './falling-due.ts';
import type { TenantDid } from './handler.ts';
import type { Holds } from './holds.ts';
import { ImportRunner } from './imports/runner.ts';
import { Sweeper } from './investigating/sweeper.ts';
import { Lapses } from './lapses.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { Sender } from './notifying/sender.ts';
import { BatchRunner } from './piles/batch-runner.ts';
import { Ranker } from './ranker.ts';
import { earliestOf, type Timer } from './timers.ts';
import type { View } from './view.ts';

/** A command's moment lies so far back only where a history is filled in. */
const past_ms = 60_000;
const quiet_ms = 15_000;

export interface WorksParts {
  memory: TenantMemory;
  view: View;
  store: Store;
  holds: Holds;
  /** what sees to it that uploads which nobody finishes go */
  files: Timer & { started: () => Promise<void> };
  /** what fills a lost view */
  rebuild: Timer;
  messenger: Messenger;
  clock: () => Moment;
  system: Principal;
  look: <T>(wants: () => Want[], answer: () => T) => Promise<T>;
  submit: (envelope: Envelope<TenantCommand>) => Promise<Answer<TenantOutcome>>;
}

/** What a tenant's actor does by itself: work that goes on portion by portion, and what falls due. */
export class Works {
  readonly batches: BatchRunner;
  readonly ranker: Ranker;
  readonly clocks: AuthorizationClocks;
  readonly #parts: WorksParts;
  readonly #imports: ImportRunner;
  readonly #sweeper: Sweeper;
  readonly #sender: Sender;
  readonly #moves: PlanMoves;
  readonly #notices: NoticeExpiry;
  readonly #timers: readonly Timer[];
  /** while what happened earlier is being entered */
  #quietUntil: Moment | null = null;

  constructor(parts: WorksParts) {
    const { memory, view, store, holds, files, rebuild, clock, messenger } = parts;
    this.#parts = parts;
    this.#imports = new ImportRunner(parts);
    this.batches = new BatchRunner(parts);
    this.ranker = new Ranker(parts);
    this.#notices = new NoticeExpiry(store, clock, ['notices', 'member_notices']);
    const bySystem = (id: string, command: TenantCommand) => this.bySystem(id, command);
    const settings = () => memory.settings.durable(only) ?? null;
    this.clocks = new AuthorizationClocks({ store, clock, bySystem, woken: () => memory.firstDueAt });
    const zone = () => settings()?.calendar.zone ?? null;
    this.#moves = new PlanMoves({ store, clock, bySystem, zone, woken: () => memory.firstMoveOn });
    this.#sweeper = new Sweeper(store, clock, bySystem);
    this.#sender = new Sender({ store, clock, bySystem, messenger });
    this.#timers = [
      rebuild,
      new Lapses(holds, store, bySystem),
      this.#imports,
      this.ranker,
      files,
      this.#sweeper,
      this.#sender,
      this.clocks,
      this.#moves,
      new FallingDue({ view, store, clock, settings, bySystem }),
      this.#notices,
    ];
  }

  /** The actor has woken: what a crash cut off goes on. */
  started(): void {
    void this.#imports.started();
    void this.batches.started();
    this.ranker.run();
    void this.#parts.files.started();
    void this.#sweeper.started();
    void this.#sender.started();
    this.clocks.started();
    this.#moves.started();
  }

  /** A command is durable: what follows from it is begun. */
  after({ entry, notice, did }: Done<TenantDid>): void {
    if (did.ranking) this.ranker.run();
    if (did.import) this.#imports.moved(did.import);
    if (did.batch) this.batches.moved(did.batch);
    if (did.sweeps) void this.#sweeper.started();
    for (const each of did.authorizations ?? []) this.clocks.moved(each);
    if (this.#parts.memory.sendings.takeFresh()) void this.#sender.started();
    if (did.movesOn !== undefined) this.#moves.recorded(did.movesOn);
    if (notice) this.#notices.written(entry.at);
    this.#keepQuiet(entry.at);
  }

  /**
   * What is entered may have happened long ago (a history that is filled in): until all of it is there, nothing falls due,
   * or a query would go unanswered whose answer is entered next.
   */
  #keepQuiet(at: Moment): void {
    const now = this.#parts.clock();
    if (at < now - past_ms) this.#quietUntil = now + quiet_ms;
  }

  nextAt(): Moment | null {
    const next = earliestOf(this.#timers);
    return next === null ? null : Math.max(next, this.#quietUntil ?? next);
  }

  /** Does whatever fell due. */
  async ring(): Promise<void> {
    if (this.#parts.clock() < (this.#quietUntil ?? 0)) return;
    for (const timer of this.#timers) await timer.ring();
  }

  /** What follows by itself: refused only when somebody was faster. */
  async bySystem(id: string, command: TenantCommand): Promise<void> {
    const { submit, system: principal } = this.#parts;
    const answer = await submit({ id, principal, command });
    if (answer.refused && answer.code === 'unavailable') throw new Error(answer.message);
  }
}
