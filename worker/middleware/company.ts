/** How many requests may be worked on at once. */
export interface CompanyLimits {
  /** of those who burst, while nobody else is here */
  alone: number;
  /** of each, whoever else is here; who wants no more does not burst */
  beside: number;
  /** of those who burst together, while others are here */
  together: number;
}

/** Others are here while a request of theirs is under way and for so long after; each further span in which nobody comes doubles what may be had. */
const here_ms = 1_000;
/** Who wanted much so lately is no quiet company yet: the end of one burst does not hold back another. */
const bursting_ms = 1_000;
/** A request whose client has gone ends without a word: after so long it is taken for gone. */
const gone_ms = 10_000;

/** Takes away what lies longer back; the times stand oldest first. */
function forgetBefore(times: Map<string, number>, earliest: number): void {
  for (const [who, at] of times) {
    if (at >= earliest) return;
    times.delete(who);
  }
}

/**
 * Who is here, and so how much at once each may have worked on. Who wants little has it in any case. Who wants more has all
 * while nobody else is here; beside others those who burst share little, so that everyone else's requests stand behind few.
 */
export class Company {
  readonly #limits: CompanyLimits;
  /** doublings after which nothing is held back any more */
  readonly #spans: number;
  /** requests of those who want little, by the number in which they came, oldest first */
  readonly #underWay = new Map<number, { who: string; at: number }>();
  #came = 0;
  /** who came and wanted little: when last, oldest first */
  readonly #quiet = new Map<string, number>();
  /** the last of these moments */
  #quietAt = Number.NEGATIVE_INFINITY;
  /** who wanted much: when last, oldest first */
  readonly #bursting = new Map<string, number>();

  constructor(limits: CompanyLimits) {
    this.#limits = limits;
    this.#spans = Math.log2(limits.alone / limits.beside);
  }

  #isBursting(who: string, now: number): boolean {
    return (this.#bursting.get(who) ?? Number.NEGATIVE_INFINITY) >= now - bursting_ms;
  }

  /** Somebody known has come: strangers are nobody's company. What to call when their request is done. */
  come(who: string, now: number): (now: number) => void {
    if (this.#isBursting(who, now)) return () => {};
    const nth = this.#came;
    this.#came += 1;
    this.#underWay.set(nth, { who, at: now });
    this.#seen(who, now);
    return (then) => {
      if (this.#underWay.delete(nth)) this.#seen(who, then);
    };
  }

  #seen(who: string, now: number): void {
    this.#quiet.delete(who);
    this.#quiet.set(who, now);
    this.#quietAt = now;
    forgetBefore(this.#quiet, now - here_ms * (this.#spans + 1));
  }

  #bursts(who: string, now: number): void {
    this.#bursting.delete(who);
    this.#bursting.set(who, now);
    if (!this.#quiet.delete(who)) return;
    for (const [nth, each] of this.#underWay) if (each.who === who) this.#underWay.delete(nth);
    this.#quietAt = Math.max(Number.NEGATIVE_INFINITY, ...this.#quiet.values());
  }

  /** For how many spans nobody has been here who wants little. */
  #quietSpans(now: number): number {
    for (const [nth, { at }] of this.#underWay) {
      if (at >= now - gone_ms) return 0;
      this.#underWay.delete(nth);
    }
    return Math.min(this.#spans, Math.floor((now - this.#quietAt) / here_ms));
  }

  /** How many of a caller who wants so many at once may be worked on. */
  places(who: string, wanted: number, now: number): number {
    const { alone, beside, together } = this.#limits;
    if (wanted > beside) this.#bursts(who, now);
    else if (!this.#isBursting(who, now)) return beside;
    forgetBefore(this.#bursting, now - bursting_ms);
    const more = 2 ** this.#quietSpans(now);
    const all = Math.min(alone, together * more);
    const share = Math.max(1, Math.min(beside * more, Math.floor(all / this.#bursting.size)));
    if (wanted > share) this.#bursts(who, now);
    return share;
  }
}
