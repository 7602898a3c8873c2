import type { TenantCommand } from '../../../schema/commands.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import { type Import, isAtWork } from '../../../schema/domain/imports/import.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { report } from '../../actor/report.ts';
import type { Store } from '../../actor/store.ts';
import type { Timer } from '../timers.ts';
import { type ApplyParts, applyRows } from './apply-rows.ts';

/** After a failure the work rests so long. */
const rest_ms = 1_000;
/** Given up so often in a row, it goes on when the actor wakes next. */
const failures_max = 30;
const expired_max = 20;

export interface RunnerParts extends ApplyParts {
  store: Store;
  system: Principal;
}

/** Works through imports, portion by portion, one after the other's portion; and ends those whose time is over. */
export class ImportRunner implements Timer {
  readonly #parts: RunnerParts;
  readonly #atWork = new Set<string>();
  #expiresAt: Moment | null = null;
  #running = false;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** The actor has woken: what a crash cut off goes on. */
  async started(): Promise<void> {
    try {
      await this.#look();
    } catch (error) {
      report('imports at work were not looked for', error);
    }
  }

  async #look(): Promise<void> {
    const [atWork = [], expiring = []] = await this.#parts.store.read([
      { sql: "select id from imports where state in ('CHECKING', 'APPLYING')", args: [] },
      { sql: 'select min(expires_at) as at from imports where expires_at is not null', args: [] },
    ]);
    for (const row of atWork) this.#atWork.add(String(row.id));
    const at = expiring[0]?.at ?? null;
    this.#expiresAt = at === null ? null : Number(at);
    this.#run();
  }

  /** An import moved: it may be work now, or its time set. */
  moved(record: Import): void {
    const { expiresAt } = record;
    if (expiresAt !== null) this.#expiresAt = Math.min(this.#expiresAt ?? expiresAt, expiresAt);
    if (!isAtWork(record)) return;
    this.#atWork.add(record.id);
    this.#run();
  }

  /** When the next import's time is over. */
  nextAt(): Moment | null {
    return this.#expiresAt;
  }

  /** Ends the imports whose time is over: their rows go. */
  async ring(): Promise<void> {
    const now = this.#parts.clock();
    if (this.#expiresAt === null || this.#expiresAt > now) return;
    const [rows = []] = await this.#parts.store.read([
      {
        sql: 'select id, expires_at from imports where expires_at <= ? order by expires_at limit ?',
        args: [now, expired_max],
      },
    ]);
    for (const { id, expires_at } of rows)
      await this.#send(`import-${id}-expires-${expires_at}`, {
        type: 'DiscardImport',
        input: { importId: String(id) },
      });
    await this.#look();
  }

  #run(): void {
    if (this.#running || this.#atWork.size === 0) return;
    this.#running = true;
    void this.#work();
  }

  async #work(): Promise<void> {
    for (let failures = 0; this.#atWork.size > 0 && failures < failures_max; )
      for (const id of [...this.#atWork])
        try {
          // Taken out first: it may be set to work again while its last portion is looked at.
          this.#atWork.delete(id);
          if (await this.#portion(id)) this.#atWork.add(id);
          failures = 0;
        } catch (error) {
          this.#atWork.add(id);
          report('an import rests', error);
          failures += 1;
          await new Promise((resolve) => setTimeout(resolve, rest_ms));
        }
    this.#running = false;
  }

  /** One portion of one import; false: nothing is left to do of it. */
  async #portion(importId: string): Promise<boolean> {
    const { memory, look } = this.#parts;
    const record = await look(
      () => [{ shelf: memory.imports, key: importId }],
      () => memory.imports.get(importId),
    );
    if (record === null || !isAtWork(record)) return false;
    const chunk = record.done;
    if (record.state === 'CHECKING') {
      await this.#send(`import-${importId}-check-${chunk}`, {
        type: 'CheckImportRows',
        input: { importId, chunk },
      });
      return true;
    }
    const results = await applyRows(this.#parts, record, this.#parts.system.organisation);
    await this.#send(`import-${importId}-apply-${chunk}`, {
      type: 'ApplyImportRows',
      input: { importId, chunk, results },
    });
    return true;
  }

  async #send(id: string, command: TenantCommand): Promise<void> {
    const answer = await this.#parts.submit({ id, principal: this.#parts.system, command });
    if (isRefusal(answer) && answer.code !== 'wrong_state') throw new Error(answer.message);
  }
}
