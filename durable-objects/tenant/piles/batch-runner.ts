import type { Answer, Envelope, TenantCommand, TenantOutcome } from '../../../schema/commands.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import {
  type Batch,
  type BatchItem,
  type BatchResult,
  batchCommandId,
} from '../../../schema/domain/piles/batch.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import { report } from '../../actor/report.ts';
import type { Store } from '../../actor/store.ts';
import type { TenantMemory } from '../memory.ts';

/** After a failure the work rests so long. */
const rest_ms = 500;
/** Given up so often in a row, it goes on when the actor wakes next or somebody asks again. */
const failures_max = 20;

export interface BatchRunnerParts {
  memory: TenantMemory;
  store: Store;
  system: Principal;
  look: <T>(wants: () => Want[], answer: () => T) => Promise<T>;
  submit: (envelope: Envelope<TenantCommand>) => Promise<Answer<TenantOutcome>>;
}

/** Decides the claims of a batch, each in a command of its own whose id follows from the batch: done once, however often. */
export class BatchRunner {
  readonly #parts: BatchRunnerParts;
  readonly #atWork = new Map<string, Promise<void>>();

  constructor(parts: BatchRunnerParts) {
    this.#parts = parts;
  }

  /** The actor has woken: what a crash cut off goes on. */
  async started(): Promise<void> {
    try {
      const [rows = []] = await this.#parts.store.read([
        { sql: `select id from batches where state = 'DECIDING'`, args: [] },
      ]);
      for (const { id } of rows) void this.#begin(String(id));
    } catch (error) {
      report('batches at work were not looked for', error);
    }
  }

  /** A batch moved: it may be work now. */
  moved({ id, state }: Batch): void {
    if (state === 'DECIDING') void this.#begin(id);
  }

  /** The batch once everything of it is done, or as far as it came; null: there is none. */
  async settled(id: string): Promise<Batch | null> {
    const batch = await this.#read(id);
    if (batch?.state !== 'DECIDING') return batch;
    await this.#begin(id);
    return this.#read(id);
  }

  #read(id: string): Promise<Batch | null> {
    const { memory, look } = this.#parts;
    return look(
      () => [{ shelf: memory.batches, key: id }],
      () => memory.batches.get(id),
    );
  }

  #begin(id: string): Promise<void> {
    const running = this.#atWork.get(id) ?? this.#work(id).finally(() => this.#atWork.delete(id));
    this.#atWork.set(id, running);
    return running;
  }

  async #work(id: string): Promise<void> {
    for (let failures = 0; failures < failures_max; failures += 1)
      try {
        await this.#decide(id);
        return;
      } catch (error) {
        report('a batch rests', error);
        await new Promise((resolve) => setTimeout(resolve, rest_ms));
      }
  }

  async #decide(id: string): Promise<void> {
    const batch = await this.#read(id);
    const decision = batch?.decision;
    if (batch?.state !== 'DECIDING' || !decision) return;
    const { system } = this.#parts;
    const { by, name, via } = decision;
    const decider: Principal = { ...system, id: by, name, via };
    const results = await Promise.all(batch.items.map((item) => this.#item(batch, item, decider)));
    const close = { type: 'CloseBatch', input: { batchId: id, results } } as const;
    const answer = await this.#parts.submit({ id: `${id}:end`, principal: system, command: close });
    if (isRefusal(answer) && answer.code !== 'wrong_state') throw new Error(answer.message);
  }

  async #item({ id: batchId }: Batch, { number }: BatchItem, principal: Principal): Promise<BatchResult> {
    const command = { type: 'DecideInBatch', input: { batchId, number } } as const;
    const answer = await this.#parts.submit({ id: batchCommandId(batchId, number), principal, command });
    if (!isRefusal(answer)) {
      const isProposed = 'proposed' in answer.outcome && answer.outcome.proposed !== undefined;
      return { number, became: isProposed ? 'proposed' : 'decided' };
    }
    const { code, message: why } = answer;
    // Not known, or not taken in: the whole is sent again, and what was done stays done.
    if (code === 'unavailable' || code === 'too_many') throw new Error(why);
    return { number, became: 'skipped', code, why };
  }
}
