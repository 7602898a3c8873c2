import type { Chance } from './chance.ts';
import type { Facility, Person, Visit } from './world.ts';

/** What honestly happened, and is there for those who make something else of it. */
export class Pool {
  readonly #chance: Chance;
  readonly #visits: Visit[];

  constructor(chance: Chance, visits: readonly Visit[]) {
    this.#chance = chance;
    this.#visits = chance.shuffled(visits);
  }

  #find(isMeant: (visit: Visit) => boolean): number {
    const from = this.#chance.int(0, this.#visits.length - 1);
    for (let i = 0; i < this.#visits.length; i++) {
      const at = (from + i) % this.#visits.length;
      const visit = this.#visits[at];
      if (visit && !visit.isNeeded && !visit.isSlip && !visit.corrects && isMeant(visit)) return at;
    }
    throw new RangeError('nothing of the kind has happened');
  }

  /** One that is left as it was: its claim has been sent, and somebody uses it. */
  pick(isMeant: (visit: Visit) => boolean): Visit {
    const visit = this.#visits[this.#find(isMeant)];
    if (!visit) throw new RangeError('nothing of the kind has happened');
    visit.isNeeded = true;
    return visit;
  }

  /** One that never is claimed as it was. */
  take(isMeant: (visit: Visit) => boolean): Visit {
    const at = this.#find(isMeant);
    const [visit] = this.#visits.splice(at, 1);
    if (!visit) throw new RangeError('nothing of the kind has happened');
    return visit;
  }

  /** All of one facility that is there to be taken, by time. */
  of(facility: Facility): Visit[] {
    return this.#visits
      .filter((visit) => visit.facility === facility && !visit.isNeeded && !visit.corrects)
      .sort((a, b) => a.startedAt - b.startedAt);
  }

  remove(visits: ReadonlySet<Visit>): void {
    const left = this.#visits.filter((visit) => !visits.has(visit));
    this.#visits.length = 0;
    for (const visit of left) this.#visits.push(visit);
  }

  /** So many of those nobody took; whatever is needed is among them, and what corrects something that is not there is not. */
  rest(many: number): Visit[] {
    const needed = this.#visits.filter(({ isNeeded }) => isNeeded);
    const known = new Set(needed);
    const others = this.#visits.filter(
      (visit) => !visit.isNeeded && (!visit.corrects || known.has(visit.corrects)),
    );
    if (needed.length + others.length < many) throw new RangeError('too little has happened');
    return [...needed, ...others.slice(0, many - needed.length)];
  }
}

/** What those who plant frauds have before them. */
export interface Scene {
  chance: Chance;
  all: readonly Facility[];
  people: readonly Person[];
  pool: Pool;
}
