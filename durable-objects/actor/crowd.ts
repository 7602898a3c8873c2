import type { Principal } from '../../schema/domain/permissions.ts';
import { senderOf } from './turns.ts';

/** So many commands of one sender are under way at most: more than anybody sends at once, and few enough to hold in memory. */
const under_way_max = 5_000;

/** How many commands each sender has under way. What the system itself sends follows from what was taken in, and may. */
export class Crowd {
  readonly #underWay = new Map<string, number>();

  /** Counts one more; false: it is one too many. */
  enter(principal: Principal): boolean {
    if (principal.via === 'system') return true;
    const sender = senderOf(principal);
    const before = this.#underWay.get(sender) ?? 0;
    if (before >= under_way_max) return false;
    this.#underWay.set(sender, before + 1);
    return true;
  }

  leave(principal: Principal): void {
    if (principal.via === 'system') return;
    const sender = senderOf(principal);
    const left = (this.#underWay.get(sender) ?? 1) - 1;
    if (left > 0) this.#underWay.set(sender, left);
    else this.#underWay.delete(sender);
  }
}
