import type { TenantCommand } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Store } from '../actor/store.ts';
import type { Holds } from './holds.ts';
import { claimsById } from './read-claims.ts';
import type { Timer } from './timers.ts';

/** A command of the system's own, under an id that names what it follows from: done once, however often it is sent. */
export type BySystem = (id: string, command: TenantCommand) => Promise<void>;

/** Leases end at their moment: the claim is free for all. */
export class Lapses implements Timer {
  readonly #holds: Holds;
  readonly #store: Store;
  readonly #bySystem: BySystem;

  constructor(holds: Holds, store: Store, bySystem: BySystem) {
    this.#holds = holds;
    this.#store = store;
    this.#bySystem = bySystem;
  }

  nextAt(): Moment | null {
    return this.#holds.nextLapse();
  }

  async ring(): Promise<void> {
    await Promise.all(this.#holds.over().map(({ id, until }) => this.#lapse(id, `lapse-${id}-${until}`)));
  }

  async #lapse(id: number, commandId: string): Promise<void> {
    const [claim] = await claimsById(this.#store, [id]);
    if (!claim) return;
    await this.#bySystem(commandId, { type: 'ReleaseClaim', input: { number: claim.number } });
  }
}
