import type { CourseBaseline } from './baseline.ts';
import type { RiskFacts } from './facts.ts';
import { baselineAt, courseKey } from './keys.ts';
import { groupOf } from './means.ts';

/** Of so many claims half are forgotten: what is usual changes, and the figures stay small. */
const claims_max = 400;
const services_max = 40;
/** Of so many claims one can say what is usual; what fewer than one in a hundred have is not. */
const claimsMin = 40;
const usualShare = 0.01;

type Service = CourseBaseline['services'][number];

/** What of a claim is hardly ever billed with its diagnosis. */
export interface Foreign {
  services: string[];
  /** so many claims of other facilities say so */
  claims: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const servicesOf = ({ claim }: Pick<RiskFacts, 'claim'>) => [
  ...new Set(claim.lines.map(({ service }) => service)),
];

/** Where a service stands among those that are counted; behind them all: it is not. */
function placeOf(services: CourseBaseline['services'], service: string): number {
  let place = 0;
  while (place < services.length && services[place]?.[0] !== service) place++;
  return place;
}

/**
 * Services of a claim that hardly anybody bills with its diagnosis, or nobody but facilities of its own group; null: nobody can say, for too few
 * claims of other groups have it. Of a claim with several diagnoses nobody knows which a service is for.
 */
export function foreignOf(facts: RiskFacts): Foreign | null {
  const { claim, baselines } = facts;
  const key = courseKey(claim);
  const course = key === null ? null : baselineAt(baselines, key, 'course');
  const group = groupOf(claim.facilityId);
  const others = sum((course?.claims ?? []).toSpliced(group, 1));
  if (!course || others < claimsMin) return null;
  const own = 1 << group;
  const all = sum(course.claims);
  const isUsual = (service: string) => {
    const [, n, groups] = course.services[placeOf(course.services, service)] ?? [service, 0, 0];
    return n >= usualShare * all && (groups & ~own) !== 0;
  };
  return { services: servicesOf(facts).filter((service) => !isUsual(service)), claims: others };
}

const halved = ({ claims, services }: CourseBaseline): CourseBaseline => ({
  is: 'course',
  claims: claims.map((n) => n >> 1),
  services: services.flatMap(([service, n_, groups]): Service[] =>
    n_ < 2 ? [] : [[service, n_ >> 1, groups]],
  ),
});

const noCourse: CourseBaseline = { is: 'course', claims: [0, 0, 0, 0, 0], services: [] };

/** The baseline with one claim more. */
export function withCourse(before: CourseBaseline | null, facts: RiskFacts): CourseBaseline {
  const known = before ?? noCourse;
  const { claims, services } = sum(known.claims) < claims_max ? known : halved(known);
  const group = groupOf(facts.claim.facilityId);
  const counted = [...services];
  for (const service of servicesOf(facts)) {
    const place = placeOf(counted, service);
    const [, many, groups] = counted[place] ?? [service, 0, 0];
    if (place < services_max) counted[place] = [service, many + 1, groups | (1 << group)];
  }
  return { is: 'course', claims: claims.map((n, i) => (i === group ? n + 1 : n)), services: counted };
}
