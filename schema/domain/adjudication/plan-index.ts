import type { CalendarDate } from '../dates.ts';
import type {
  Benefit,
  CatalogueService,
  DiagnosisRange,
  Exclusion,
  PlanRules,
  PlanVersion,
} from '../plans/plan.ts';

/** Exclusions by what they name, so that a line looks itself up instead of going through all of them. */
export interface ExclusionIndex {
  services: ReadonlyMap<string, Exclusion>;
  groups: ReadonlyMap<string, Exclusion>;
  diagnoses: readonly { range: DiagnosisRange; exclusion: Exclusion }[];
}

/** A benefit with its place in the plan. */
export interface PlacedBenefit {
  benefit: Benefit;
  /** itself, what it stands within, and so on to the top */
  chain: readonly PlacedBenefit[];
  /** codes whose use counts here: its own and those of all that stand within it */
  counted: ReadonlySet<string>;
  /** its own code alone */
  alone: ReadonlySet<string>;
  /** the code under which a visit is counted once: the nearest in the chain that is limited in visits, else its own */
  visitCode: string;
  exclusions: ExclusionIndex;
}

/** A plan version's rules by what a line asks for. */
export interface PlanIndex {
  rules: PlanRules;
  benefits: readonly PlacedBenefit[];
  byCode: ReadonlyMap<string, PlacedBenefit>;
  byService: ReadonlyMap<string, readonly PlacedBenefit[]>;
  byGroup: ReadonlyMap<string, readonly PlacedBenefit[]>;
  exclusions: ExclusionIndex;
}

/** The version of a plan in force on a day (members.md, Plans and benefits); null: none yet. */
export function versionOn(versions: readonly PlanVersion[], date: CalendarDate): PlanVersion | null {
  return versions.findLast(({ from }) => from !== null && from <= date) ?? null;
}

function indexExclusions(exclusions: readonly Exclusion[]): ExclusionIndex {
  const services = new Map<string, Exclusion>();
  const groups = new Map<string, Exclusion>();
  const diagnoses: { range: DiagnosisRange; exclusion: Exclusion }[] = [];
  for (const exclusion of exclusions) {
    for (const service of exclusion.services) if (!services.has(service)) services.set(service, exclusion);
    for (const group of exclusion.groups) if (!groups.has(group)) groups.set(group, exclusion);
    for (const range of exclusion.diagnoses) diagnoses.push({ range, exclusion });
  }
  return { services, groups, diagnoses };
}

/** A benefit while its place is being found. */
interface Unplaced extends PlacedBenefit {
  chain: Unplaced[];
  counted: Set<string>;
}

/** A benefit and all it stands within; a circle, which no published plan has, ends where it would begin again. */
function chainOf(benefit: Unplaced, byCode: ReadonlyMap<string, Unplaced>): Unplaced[] {
  const chain: Unplaced[] = [];
  let each: Unplaced | undefined = benefit;
  while (each && !chain.includes(each)) {
    chain.push(each);
    const { within }: Benefit = each.benefit;
    each = within === null ? undefined : byCode.get(within);
  }
  return chain;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function place(benefit: Benefit): Unplaced {
  const { code, exclusions } = benefit;
  const alone = new Set([code]);
  return {
    benefit,
    chain: [],
    counted: new Set(),
    alone,
    visitCode: code,
    exclusions: indexExclusions(exclusions),
  };
}

function makeIndex(rules: PlanRules): PlanIndex {
  const benefits = rules.benefits.map(place);
  const byCode = new Map(benefits.map((each) => [each.benefit.code, each]));
  const byService = new Map<string, PlacedBenefit[]>();
  const byGroup = new Map<string, PlacedBenefit[]>();
  for (const each of benefits) {
    const { code, services, groups } = each.benefit;
    each.chain = chainOf(each, byCode);
    each.visitCode = each.chain.find(({ benefit }) => benefit.count?.of === 'visits')?.benefit.code ?? code;
    for (const { counted } of each.chain) counted.add(code);
    for (const service of services) push(byService, service, each);
    for (const group of groups) push(byGroup, group, each);
  }
  return { rules, benefits, byCode, byService, byGroup, exclusions: indexExclusions(rules.exclusions) };
}

const indexes = new WeakMap<PlanRules, PlanIndex>();

/** The index of a version's rules, made once for as long as the rules are in memory: a version never changes. */
export function indexOf(rules: PlanRules): PlanIndex {
  const known = indexes.get(rules);
  if (known) return known;
  const index = makeIndex(rules);
  indexes.set(rules, index);
  return index;
}

/** The benefits a service may count under, in the plan's order: those that name it, else those that name its group. */
export function benefitsFor(index: PlanIndex, service: CatalogueService): readonly PlacedBenefit[] {
  return index.byService.get(service.code) ?? index.byGroup.get(service.group) ?? [];
}
