import type { ClaimInQuestion, Facts, LineInQuestion } from '../../../../schema/domain/adjudication/facts.ts';
import type { ContractPeriod, CoveredPerson, CoveringClient } from '../../../../schema/domain/cover/cover.ts';
import type {
  Benefit,
  CatalogueService,
  CoPay,
  MoneyLimits,
  PlanRules,
  PlanVersion,
  Where,
  Who,
} from '../../../../schema/domain/plans/plan.ts';

/** A benefit of which only what matters is said: limits, who and where are filled up from nothing at all. */
export type SomeBenefit = Partial<Omit<Benefit, 'limits' | 'coPay' | 'who' | 'where' | 'exclusions'>> & {
  code: string;
  limits?: Partial<MoneyLimits>;
  coPay?: Partial<CoPay> | null;
  who?: Partial<Who>;
  where?: Partial<Where>;
  exclusions?: readonly Partial<Benefit['exclusions'][number]>[];
};

export function aBenefit({ code, limits, coPay, who, where, exclusions, ...rest }: SomeBenefit): Benefit {
  return {
    code,
    name: code,
    category: 'other',
    within: null,
    groups: [code],
    services: [],
    limits: { visit: null, period: null, lifetime: null, sharedBy: 'person', ...limits },
    count: null,
    minDaysBetween: null,
    coPay: coPay ? { flat: null, percent: null, cap: null, ...coPay } : null,
    deductible: null,
    waitingDays: 0,
    who: { sex: null, ageFrom: null, ageTo: null, relations: [], ...who },
    where: { setting: 'both', levels: [], primaryOnly: false, referral: false, ...where },
    authorization: { need: 'never', above: null },
    exclusions: (exclusions ?? []).map(anExclusion),
    ...rest,
  };
}

function anExclusion(some: Partial<Benefit['exclusions'][number]>): Benefit['exclusions'][number] {
  return { services: [], groups: [], diagnoses: [], wording: 'Excluded.', ...some };
}

export type SomeRules = Partial<Omit<PlanRules, 'benefits' | 'exclusions' | 'overall' | 'dependants'>> & {
  benefits: readonly SomeBenefit[];
  exclusions?: readonly Partial<Benefit['exclusions'][number]>[];
  overall?: Partial<PlanRules['overall']>;
  dependants?: Partial<PlanRules['dependants']>;
};

function rulesOf({ benefits, exclusions, overall, dependants, ...rest }: SomeRules): PlanRules {
  return {
    benefits: benefits.map(aBenefit),
    exclusions: (exclusions ?? []).map(anExclusion),
    overall: { person: null, family: null, ...overall },
    deductible: null,
    dependants: { spouse: true, childrenUnder: 21, other: true, most: null, ...dependants },
    onMove: 'carry used',
    ...rest,
  };
}

export function aVersion(plan: string, version: number, from: string | null, rules: SomeRules): PlanVersion {
  return {
    plan,
    version,
    state: from === null ? 'DRAFT' : 'PUBLISHED',
    from,
    revision: 1,
    rules: rulesOf(rules),
  };
}

export function aService(code: string, some: Partial<CatalogueService> = {}): CatalogueService {
  return {
    code,
    name: code,
    group: code,
    unit: 'each',
    active: true,
    sex: null,
    ageFrom: null,
    ageTo: null,
    minIntervalDays: null,
    consultationLevel: null,
    parts: [],
    ...some,
  };
}

/** A step of cover as `2026-01-01 ACTIVE`, or `2026-01-01 ACTIVE 5`, which was recorded at that moment. */
function stepsOf(steps: readonly string[]): CoveredPerson['cover'] {
  return steps.map((step) => {
    const [from = '', state = '', at = '0'] = step.split(' ');
    if (state !== 'ACTIVE' && state !== 'SUSPENDED' && state !== 'TERMINATED')
      throw new Error(`${state} is no state of cover`);
    return { from, state, reason: 'as told', at: Number(at) };
  });
}

export type SomePerson = Partial<Omit<CoveredPerson, 'cover'>> & { cover?: readonly string[] };

export function aPerson({ cover = ['2026-01-01 ACTIVE'], ...some }: SomePerson = {}): CoveredPerson {
  return {
    id: 'ada',
    memberId: 'MER-DANG-00042-P',
    relation: 'principal',
    birthDate: '1990-06-15',
    sex: 'female',
    deathDate: null,
    cover: stepsOf(cover),
    plans: [{ from: '2026-01-01', plan: 'GOLD' }],
    primaryFacilities: [],
    transferred: false,
    ...some,
  };
}

export type SomeClient = Partial<Omit<CoveringClient, 'cover'>> & { cover?: readonly string[] };

export function aClient({ cover = [], ...some }: SomeClient = {}): CoveringClient {
  const contracts: readonly ContractPeriod[] = [{ from: '2026-01-01', to: '2026-12-31' }];
  return { code: 'DANG', contracts, cover: stepsOf(cover), waivesWaiting: false, ...some };
}

export type SomeLine = Partial<Omit<LineInQuestion, 'price'>> & {
  service: string;
  /** tariff per unit; `null`: no tariff knows it */
  tariff?: number | null;
};

function aLine({ tariff, ...some }: SomeLine, line: number): LineInQuestion {
  const { quantity = 1, unitPrice = 1000 } = some;
  return {
    line,
    serviceDate: '2026-06-01',
    quantity,
    unitPrice,
    claimed: quantity * unitPrice,
    authorization: null,
    ...some,
    price:
      tariff === null
        ? { price: unitPrice, source: 'billed' }
        : { price: tariff ?? unitPrice, source: 'link' },
  };
}

export type SomeClaim = Partial<Omit<ClaimInQuestion, 'lines'>> & { lines: readonly SomeLine[] };

export function aClaim({ lines, ...some }: SomeClaim): ClaimInQuestion {
  return {
    id: 10,
    encounterType: 'outpatient',
    startDate: '2026-06-01',
    endDate: '2026-06-01',
    diagnoses: [{ code: 'B54', system: 'ICD-10' }],
    referral: null,
    accident: false,
    otherPayer: null,
    lines: lines.map((line, i) =>
      aLine({ ...(some.startDate && { serviceDate: some.startDate }), ...line }, i + 1),
    ),
    ...some,
  };
}

export type SomeFacts = Partial<Omit<Facts, 'plans' | 'services'>> & {
  plan?: SomeRules;
  plans?: Facts['plans'];
  services?: readonly CatalogueService[];
};

export function someFacts({ plan, plans, services = [], ...some }: SomeFacts): Facts {
  const only = plan ? new Map([['GOLD', [aVersion('GOLD', 1, '2020-01-01', plan)]]]) : new Map();
  return {
    at: 0,
    household: { person: aPerson(), principal: null, client: aClient() },
    facility: { id: 'clinic', name: 'Lagoon View', level: 'secondary' },
    services: new Map(services.map((service) => [service.code, service])),
    plans: plans ?? only,
    accounts: new Map(),
    earlier: [],
    visit: new Map(),
    authorizations: new Map(),
    ...some,
  };
}
