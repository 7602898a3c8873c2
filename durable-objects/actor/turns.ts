import type { Principal } from '../../schema/domain/permissions.ts';

/** Commands (and questions) taken in one go, by either pump. */
export const cycle_max = 256;
/**
 * So many of them are one sender's at most, also while nobody else waits: who comes a moment later waits for no more than
 * that. A batch of so many costs a command hardly more than one of four times as many.
 */
export const each_sender_max = 64;
/** So many places people leave to machines that wait. */
const machines_min = 64;
/** Urgent ones at once: few enough that their batch is short. */
export const urgent_max = 16;

/** Who sends: each person for themselves, however many tabs; an organisation's keys and programs together. */
export const senderOf = ({ via, id, organisation }: Principal): string =>
  via === 'session' ? `person ${id}` : `${via} ${organisation.kind} ${organisation.id}`;

/** Something that waits, and for whom. */
export interface Waiting {
  envelope: { principal: Principal };
}

/** Shares `places` out evenly, each place to the next who still wants one; nobody gets more than one sender may. */
function shares(wanted: readonly number[], places: number): number[] {
  const given = wanted.map(() => 0);
  const wants = (at: number) => Math.min(wanted[at] ?? 0, each_sender_max) > (given[at] ?? 0);
  for (let left = places; left > 0; ) {
    const round = given.map((_, at) => at).filter(wants);
    if (round.length === 0) break;
    for (const at of round.slice(0, left)) given[at] = (given[at] ?? 0) + 1;
    left -= Math.min(left, round.length);
  }
  return given;
}

/** The lines of one class of senders: whoever waits longest for a turn is first. */
class Lines<Job extends Waiting> {
  readonly #lines = new Map<string, Job[]>();
  size = 0;

  push(sender: string, job: Job): void {
    const line = this.#lines.get(sender);
    if (line) line.push(job);
    else this.#lines.set(sender, [job]);
    this.size += 1;
  }

  take(places: number): Job[] {
    const lines = [...this.#lines];
    const given = shares(
      lines.map(([, line]) => line.length),
      places,
    );
    const taken: Job[] = [];
    const served = lines.map(([sender, line], at) => ({ sender, line, share: given[at] ?? 0 }));
    // Behind all others, and who got the odd place behind those who did not: they are before them the next time.
    for (const { sender, line, share } of served.sort((a, b) => a.share - b.share)) {
      if (share === 0) continue;
      taken.push(...line.splice(0, share));
      this.#lines.delete(sender);
      if (line.length > 0) this.#lines.set(sender, line);
    }
    this.size -= taken.length;
    return taken;
  }
}

/**
 * What waits for a pump, taken in turns by who sent it and not by when it came: a burst of one sender is its own wait and
 * nobody else's. What one sender sends keeps its order, but for what is urgent: that has a short cycle of its own, at most every
 * other one while anybody else waits. People, who look at the screen meanwhile, come before machines, but leave these a quarter.
 */
export class Turns<Job extends Waiting> {
  readonly #isUrgent: (job: Job) => boolean;
  readonly #urgent = new Lines<Job>();
  readonly #people = new Lines<Job>();
  readonly #machines = new Lines<Job>();
  #wasUrgent = false;

  constructor(isUrgent: (job: Job) => boolean) {
    this.#isUrgent = isUrgent;
  }

  get size(): number {
    return this.#urgent.size + this.#people.size + this.#machines.size;
  }

  push(job: Job): void {
    this.#linesOf(job).push(senderOf(job.envelope.principal), job);
  }

  #linesOf(job: Job): Lines<Job> {
    if (this.#isUrgent(job)) return this.#urgent;
    return job.envelope.principal.via === 'session' ? this.#people : this.#machines;
  }

  /** What one cycle does next. */
  take(): Job[] {
    const urgent = this.#urgent.take(urgent_max);
    const isAlone = urgent.length > 0 && !this.#wasUrgent;
    this.#wasUrgent = isAlone;
    if (isAlone) return urgent;
    const reserved = Math.min(machines_min, this.#machines.size);
    const people = this.#people.take(cycle_max - urgent.length - reserved);
    const places = cycle_max - urgent.length - people.length;
    return [...urgent, ...people, ...this.#machines.take(places)];
  }
}
