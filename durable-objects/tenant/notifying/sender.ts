import type { Moment } from '../../../schema/domain/dates.ts';
import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import type { Attempt, Messenger } from '../../actor/parts.ts';
import { report } from '../../actor/report.ts';
import type { Store } from '../../actor/store.ts';
import type { BySystem } from '../lapses.ts';
import { sendingKind } from '../memory/notifications.ts';
import type { Timer } from '../timers.ts';

/** So many are under way at once: a push service that does not answer holds up nobody but these. */
const underWay_max = 40;
/** After a failure of our own the work rests so long. */
const rest_ms = 5_000;

export interface SenderParts {
  store: Store;
  clock: () => Moment;
  bySystem: BySystem;
  messenger: Messenger;
}

/**
 * What goes out by push, mail and text message: each by itself, tried again with growing pauses, and on record once it is taken
 * in. Where it stands is in its own row, so that it goes on after a crash.
 */
export class Sender implements Timer {
  readonly #parts: SenderParts;
  readonly #underWay = new Set<string>();
  /** sent and not on record yet: what was taken in is not sent again because we could not write that down */
  readonly #unrecorded = new Map<string, Attempt>();
  #nextAt: Moment | null = null;
  #looking = false;
  #again = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  nextAt(): Moment | null {
    return this.#nextAt;
  }

  async ring(): Promise<void> {
    if (this.#nextAt !== null && this.#nextAt <= this.#parts.clock()) await this.started();
  }

  /** There is something to send, or there may be: the actor has woken, or something was written that tells somebody. */
  async started(): Promise<void> {
    this.#again = true;
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#look();
      }
    } catch (error) {
      report('what is to be sent cannot be read', error);
      this.#nextAt = this.#parts.clock() + rest_ms;
    }
    this.#looking = false;
  }

  async #look(): Promise<void> {
    const { store, clock } = this.#parts;
    const now = clock();
    const [due = [], next = []] = await store.read([
      {
        sql: `select json_group_array(json(data)) as found from (select data from sendings indexed by sendings_waiting
          where next_at <= ? order by next_at limit ?)`,
        args: [now, 2 * underWay_max],
      },
      {
        sql: 'select min(next_at) as at from sendings indexed by sendings_waiting where next_at > ?',
        args: [now],
      },
    ]);
    const at = next[0]?.at ?? null;
    this.#nextAt = at === null ? null : Number(at);
    for (const sending of sendingKind.parse(String(due[0]?.found ?? '[]')))
      if (this.#underWay.size < underWay_max && !this.#underWay.has(sending.id)) void this.#send(sending);
  }

  async #send(sending: Sending): Promise<void> {
    const { messenger, bySystem } = this.#parts;
    const { id, attempts: attempt } = sending;
    this.#underWay.add(id);
    try {
      const done =
        this.#unrecorded.get(id) ??
        (await messenger.send(sending).catch((): Attempt => ({ outcome: 'again', fault: 'unexpected' })));
      this.#unrecorded.set(id, done);
      await bySystem(`sent-${id}-${attempt}`, { type: 'RecordSending', input: { id, attempt, ...done } });
      this.#unrecorded.delete(id);
      this.#underWay.delete(id);
      await this.started();
    } catch (error) {
      report('what was sent is not on record', error);
      this.#underWay.delete(id);
      this.#nextAt = this.#parts.clock() + rest_ms;
    }
  }
}
