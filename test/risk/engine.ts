import type { Claim } from '../../schema/domain/claims/claim.ts';
import { dueAtOf } from '../../schema/domain/claims/rank.ts';
import { addDays, daysBetween } from '../../schema/domain/dates.ts';
import type { Baseline } from '../../schema/domain/risk/baseline.ts';
import { learn } from '../../schema/domain/risk/baselines.ts';
import { detect } from '../../schema/domain/risk/detect.ts';
import type { NearClaim, RiskFacts, ScoredPerson } from '../../schema/domain/risk/facts.ts';
import type { RiskFinding } from '../../schema/domain/risk/flag.ts';
import { baselineKeysOf } from '../../schema/domain/risk/keys.ts';
import { raiseFlags, raiseReached } from '../../schema/domain/risk/raise.ts';
import { reachOf } from '../../schema/domain/risk/reach.ts';
import { defaultRisk, type RiskSettings } from '../../schema/domain/risk/settings.ts';
import { defaultCalendar } from '../../schema/domain/working-time.ts';
import { services } from './generator/catalogue.ts';
import type { Sent } from './generator/generate.ts';
import { dateOf, type Person } from './generator/world.ts';

/** A claim with what the engine said of it. */
export interface Scored extends Sent {
  findings: RiskFinding[];
  /** of all that is found on it, also by claims that come later */
  score: number;
  /** of what is found until it is due: who decides a claim sees no more */
  scoreWhenDue: number;
}

export interface Run {
  scored: Scored[];
  /** what `detect` and `learn` took of the processor for all of them together, in microseconds */
  took_us: number;
  /** the baselines at the end: how many, and how many characters of JSON the largest is */
  baselines: { many: number; largest: number };
}

/** So many of the person's other claims are looked at. */
const others_max = 20;
const near_days = 7;
const ceilings = [2_500_000, 10_000_000, 50_000_000];

function personOf({ birthDay, sex, diedOn, coverEndsOn, isDependant, place, family }: Person): ScoredPerson {
  const { people, most } = family;
  return {
    birthDate: dateOf(birthDay),
    sex,
    deathDate: diedOn === null ? null : dateOf(diedOn),
    coverEndsOn: coverEndsOn === null ? null : dateOf(coverEndsOn),
    dependants: isDependant && most !== null ? { covered: people.length - 1, most, place } : null,
  };
}

/** As the actor collects them: near in days, or the same service within its interval. */
function othersOf(claim: Sent['claim'], live: readonly NearClaim[]): NearClaim[] {
  const dates = [claim.serviceDate, ...claim.lines.map(({ serviceDate }) => serviceDate)].sort();
  const from = addDays(dates[0] ?? claim.serviceDate, -near_days);
  const to = addDays(dates[dates.length - 1] ?? claim.serviceDate, near_days);
  const intervals = new Map(
    claim.lines.map(({ service }) => [service, services.get(service)?.minIntervalDays ?? 0]),
  );
  const isNear = (other: NearClaim) =>
    other.lines.some(({ service, serviceDate }) => {
      if (serviceDate >= from && serviceDate <= to) return true;
      const interval = intervals.get(service) ?? 0;
      return interval > 0 && Math.abs(daysBetween(serviceDate, claim.serviceDate)) < interval;
    }) ||
    (other.startedAt <= claim.endedAt && other.endedAt >= claim.startedAt);
  return live.filter(isNear).slice(-others_max);
}

/** A claim as it is kept: nobody decides it before it is due. */
interface Kept {
  sent: Sent;
  claim: Pick<Claim, 'flags' | 'risk' | 'state' | 'submittedAt'>;
  dueAt: number;
  whenDue: number;
}

const clock = { calendar: defaultCalendar, claimSlaHours: 72 };

function filed(sent: Sent, findings: readonly RiskFinding[]): Kept {
  const { submittedAt } = sent.claim;
  const claim = raiseFlags(
    { flags: [], risk: 0, state: 'RECEIVED' as const, submittedAt },
    findings,
    submittedAt,
  );
  return { sent, claim, dueAt: dueAtOf(submittedAt, clock), whenDue: claim.risk };
}

/** What is found later is said of an earlier claim too, as the actor says it. */
function flagEarlier(kept: Kept | undefined, finding: RiskFinding, at: number): void {
  if (!kept) return;
  kept.claim = raiseReached(kept.claim, finding, at);
  if (at <= kept.dueAt) kept.whenDue = kept.claim.risk;
}

/** Sends claims through the engine in the order in which they come, the baselines kept as they grow. */
export function run(sent: readonly Sent[], settings: RiskSettings = defaultRisk): Run {
  const baselines = new Map<string, Baseline>();
  const live = new Map<string, NearClaim[]>();
  const kept: Kept[] = [];
  let took_us = 0;
  for (const one of sent) {
    const { claim, facility, person } = one;
    let mine = live.get(person.id) ?? [];
    if (one.correctsRefused) mine = mine.filter(({ number }) => number !== claim.replaces);
    const others = othersOf(claim, mine);
    const began = process.cpuUsage().user;
    const found = new Map<string, Baseline>();
    for (const key of baselineKeysOf(claim, facility)) {
      const baseline = baselines.get(key);
      if (baseline) found.set(key, baseline);
    }
    const facts: RiskFacts = {
      zone: 'Africa/Lagos',
      claim,
      learned: false,
      person: personOf(person),
      facility,
      others,
      services,
      ceilings,
      codes: [],
      baselines: found,
    };
    const findings = detect(facts, settings);
    const reached = findings.length > 0 ? reachOf(facts, settings, findings) : [];
    const raised = { findings, unreached: new Set<number>() };
    for (const [key, baseline] of learn(facts, settings, raised)) baselines.set(key, baseline);
    took_us += process.cpuUsage().user - began;
    kept.push(filed(one, findings));
    for (const { id, finding } of reached) flagEarlier(kept[id - 1], finding, claim.submittedAt);
    live.set(person.id, [...mine, { ...claim, place: facility.place }]);
  }
  const sizes = [...baselines.values()].map((baseline) => JSON.stringify(baseline).length);
  const scored = kept.map(({ sent, claim: { flags, risk }, whenDue }) => ({
    ...sent,
    findings: flags,
    score: risk,
    scoreWhenDue: whenDue,
  }));
  return { scored, took_us, baselines: { many: baselines.size, largest: Math.max(...sizes) } };
}
