import type { DecidedLine } from '../benefits/consumption.ts';
import type { Household } from '../cover/cover.ts';
import { primaryFacilityOn } from '../cover/plan-on.ts';
import type { CalendarDate } from '../dates.ts';
import type { Exclusion } from '../plans/plan.ts';
import { Draws } from './draws.ts';
import type { ClaimInQuestion, EarlierUse, Facts, LineInQuestion } from './facts.ts';
import { type HonouredPolicy, policyFor } from './honoured.ts';
import type { ExclusionIndex } from './plan-index.ts';
import { judgedOn, policyOn } from './policy.ts';
import { excludedByDiagnosis } from './rules/exclusion.ts';
import type { Place } from './rules/place.ts';
import { Running, Standings } from './standings.ts';
import { Visit } from './visit.ts';

/** A day's policy with how its benefits stand; `standings` is null where nobody is covered. */
export interface Judged extends HonouredPolicy {
  standings: Standings | null;
}

/** What the lines of one claim are judged on, looked up once a claim and not once a line; its sums run from line to line. */
export class Bench {
  readonly claim: ClaimInQuestion;
  readonly facts: Facts;
  readonly running: Running;
  readonly visit: Visit;
  readonly draws: Draws;
  readonly #days = new Map<string, Judged>();
  readonly #excluded = new Map<ExclusionIndex, Exclusion | null>();
  readonly #seen = new Map<string, number>();
  readonly #others: ReadonlyMap<string, EarlierUse[]>;
  /** what each service is part of, of the packages that are billed here */
  readonly #wholes = new Map<string, string>();

  /** what a person decides of some lines, by line */
  readonly decided: ReadonlyMap<number, DecidedLine>;

  constructor(claim: ClaimInQuestion, facts: Facts, decided: readonly DecidedLine[]) {
    this.decided = new Map(decided.map((each) => [each.line, each]));
    this.claim = claim;
    this.facts = facts;
    this.running = new Running(facts.accounts);
    this.visit = new Visit(facts.visit);
    this.draws = new Draws(facts.authorizations);
    this.#others = Map.groupBy(facts.earlier, ({ service }) => service);
    for (const { service } of claim.lines) {
      const whole = facts.services.get(service);
      if (whole) for (const part of whole.parts) this.#wholes.set(part, whole.name);
    }
  }

  get household(): Household {
    return this.facts.household;
  }

  get setting(): 'inpatient' | 'outpatient' {
    return this.claim.encounterType === 'inpatient' ? 'inpatient' : 'outpatient';
  }

  #judged(key: string, found: () => HonouredPolicy): Judged {
    const known = this.#days.get(key);
    if (known) return known;
    const { policy, honoured } = found();
    const standings = policy.terms && new Standings(policy.terms, this.running, this.household.person.id);
    const judged = { policy, honoured, standings };
    this.#days.set(key, judged);
    return judged;
  }

  /** Cover, terms and standings of a day. */
  judgedOn(serviceDate: CalendarDate): Judged {
    const on = judgedOn(this.claim, serviceDate);
    return this.#judged(on, () => ({
      policy: policyOn(this.household, on, this.facts.plans),
      honoured: null,
    }));
  }

  /** Cover, terms and standings that a line is judged by: those of its day, or what the code it names promised. */
  judgedBy(line: LineInQuestion): Judged {
    const { authorization, serviceDate } = line;
    const plain = this.judgedOn(serviceDate);
    if (authorization === null) return plain;
    const found = policyFor(line, this.facts, plain.policy);
    if (!found.honoured) return plain;
    const { what, plan } = found.honoured;
    return this.#judged(`${what} ${found.policy.on} ${plan}`, () => found);
  }

  /** Every day's standings that a line was judged by. */
  standings(): Standings[] {
    return [...this.#days.values()].flatMap(({ standings }) => standings ?? []);
  }

  place(on: CalendarDate): Place {
    const { id, level } = this.facts.facility;
    return {
      setting: this.setting,
      level,
      isPrimary: primaryFacilityOn(this.household.person, on) === id,
      isEmergency: this.claim.encounterType === 'emergency',
    };
  }

  excludedByDiagnosis(index: ExclusionIndex): Exclusion | null {
    const known = this.#excluded.get(index);
    if (known !== undefined) return known;
    const found = excludedByDiagnosis(index, this.claim.diagnoses);
    this.#excluded.set(index, found);
    return found;
  }

  /** Lines of other live claims with the same service. */
  others(service: string): readonly EarlierUse[] {
    return this.#others.get(service) ?? [];
  }

  /** The package billed here that holds a service. */
  wholeOf(service: string): string | undefined {
    return this.#wholes.get(service);
  }

  /** The line before this one that bills the same service on the same day; remembers this one. */
  sameBefore({ line, service, serviceDate }: LineInQuestion): number | undefined {
    const key = `${serviceDate} ${service}`;
    const before = this.#seen.get(key);
    if (before === undefined) this.#seen.set(key, line);
    return before;
  }

  /** Days before `on` on which the service was approved: on other claims and on the lines before. */
  daysOfUse(service: string): CalendarDate[] {
    const earlier = this.others(service).filter(({ approvedQuantity }) => (approvedQuantity ?? 0) > 0);
    return [...earlier.map(({ serviceDate }) => serviceDate), ...(this.#approved.get(service) ?? [])];
  }

  readonly #approved = new Map<string, CalendarDate[]>();

  /** Remembers an approved line for the intervals of those after it. */
  approve({ service, serviceDate }: LineInQuestion): void {
    const days = this.#approved.get(service);
    if (days) days.push(serviceDate);
    else this.#approved.set(service, [serviceDate]);
  }
}
