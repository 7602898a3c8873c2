import { type Hold, holdAt, lease_ms } from '../../schema/domain/claims/lease.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Lease } from '../actor/live-event.ts';
import type { Store } from '../actor/store.ts';
import { leaseOf } from './events.ts';
import type { TenantMemory } from './memory.ts';
import type { View } from './view.ts';

/** Who holds which claim: told from memory, prolonged without a journal entry, over at a moment. */
export class Holds {
  readonly #memory: TenantMemory;
  readonly #view: View;
  readonly #store: Store;
  readonly #clock: () => Moment;

  constructor(memory: TenantMemory, view: View, store: Store, clock: () => Moment) {
    this.#memory = memory;
    this.#view = view;
    this.#store = store;
    this.#clock = clock;
  }

  /** When the next one is over; null: nobody holds anything. */
  nextLapse(): Moment | null {
    const ends = [...this.#memory.leases.committed().values()].map((hold) => hold.until);
    return ends.length === 0 ? null : Math.min(...ends);
  }

  /** Claims whose hold is over, with the moment it was. */
  over(): { id: number; until: Moment }[] {
    const now = this.#clock();
    return [...this.#memory.leases.committed()].flatMap(([id, { until }]) =>
      until <= now ? [{ id: Number(id), until }] : [],
    );
  }

  /** A hold with its holder's name. */
  async lease(hold: Hold | null): Promise<Lease | null> {
    const { staff } = this.#memory.people;
    if (hold && !staff.has(hold.accountId)) {
      const [rows = []] = await this.#store.read([staff.load([hold.accountId])]);
      staff.fill([hold.accountId], rows);
    }
    return leaseOf(this.#memory, hold);
  }

  /** Who holds these claims now; a claim nobody holds is left out. */
  async leases(ids: readonly number[]): Promise<{ id: number; lease: Lease }[]> {
    const found = await Promise.all(ids.map(async (id) => ({ id, lease: await this.lease(this.#hold(id)) })));
    return found.flatMap(({ id, lease }) => (lease ? [{ id, lease }] : []));
  }

  #hold(id: number): Hold | null {
    return holdAt(this.#memory.leases.committed().get(String(id)), this.#clock());
  }

  /** Prolongs a lease; false when the account holds none any more. */
  renew(id: number, accountId: string): boolean {
    if (this.#hold(id)?.accountId !== accountId) return false;
    const hold = { accountId, until: this.#clock() + lease_ms };
    this.#memory.leases.restore(String(id), hold);
    this.#view.applyHold(String(id), hold);
    return true;
  }
}
