import type { Sending } from '../../../schema/domain/notifications/sending.ts';
import { Shelf } from '../../actor/shelf.ts';
import { sendingKind } from './notifications.ts';

/** What goes out. Any command may tell somebody of something: the sender begins once a message that is new is durable. */
export class Sendings extends Shelf<Sending> {
  #isPut = false;
  #isFresh = false;

  constructor() {
    super(sendingKind);
  }

  override put(sending: Sending): void {
    if (sending.attempts === 0) this.#isPut = true;
    super.put(sending);
  }

  override commit(): void {
    this.#isFresh ||= this.#isPut;
    this.#isPut = false;
    super.commit();
  }

  /** Whether there are new ones since this was asked last. */
  takeFresh(): boolean {
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    return isFresh;
  }
}
