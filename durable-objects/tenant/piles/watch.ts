import type { Moment } from '../../../schema/domain/dates.ts';
import { type PileFigures, type PileKey, pileKeyText, pileTopic } from '../../../schema/domain/piles/pile.ts';
import type { PileMoved } from '../../actor/live-event.ts';
import { report } from '../../actor/report.ts';
import type { Store } from '../../actor/store.ts';
import { readPiles } from '../memory/pile-tally.ts';

/** Those who look at a pile hear of it at most this often: a batch moves it hundreds of times. */
const pause_ms = 200;

export interface PileWatchParts {
  store: Store;
  clock: () => Moment;
  /** the last durable number */
  applied: () => number;
  currency: () => string;
  /** whether anybody looks at a topic */
  looksAt: (topic: string) => boolean;
  publish: (events: PileMoved[]) => void;
}

/** Piles as they stand in the database. */
async function pilesNow(store: Store, keys: readonly PileKey[]): Promise<(PileKey & PileFigures)[]> {
  if (keys.length === 0) return [];
  const [rows = []] = await store.read([readPiles(keys)]);
  return JSON.parse(String(rows[0]?.[0] ?? '[]'));
}

/** What those who look at these piles are told: how they stand now. */
export async function pilesMoved(
  store: Store,
  keys: readonly PileKey[],
  now: () => Pick<PileMoved, 'seq' | 'at' | 'currency'>,
): Promise<PileMoved[]> {
  const piles = await pilesNow(store, keys);
  return piles.map(({ facilityId, month, ...figures }) => ({
    kind: 'pile-moved',
    ...now(),
    pile: { facilityId, month },
    figures,
  }));
}

/** Tells how far a pile is to those who look at it: at once, and then every so often while it goes on moving. */
export class PileWatch {
  readonly #parts: PileWatchParts;
  readonly #touched = new Map<string, PileKey>();
  #resting = false;

  constructor(parts: PileWatchParts) {
    this.#parts = parts;
  }

  /** A claim of the pile has changed. */
  touched(pile: PileKey): void {
    if (!this.#parts.looksAt(pileTopic(pile))) return;
    this.#touched.set(pileKeyText(pile), pile);
    if (!this.#resting) void this.#tell();
  }

  async #tell(): Promise<void> {
    this.#resting = true;
    const { store, clock, applied, currency, publish } = this.#parts;
    try {
      // What else this cycle brings is touched first.
      await Promise.resolve();
      const keys = [...this.#touched.values()];
      this.#touched.clear();
      const now = () => ({ seq: applied(), at: clock(), currency: currency() });
      publish(await pilesMoved(store, keys, now));
    } catch (error) {
      report('how far a pile is was not told', error);
    }
    setTimeout(() => {
      this.#resting = false;
      if (this.#touched.size > 0) void this.#tell();
    }, pause_ms);
  }
}
