import type {
  Baseline,
  FacilityBaseline,
  Means,
  PeersBaseline,
} from '../../../../schema/domain/risk/baseline.ts';
import { detect } from '../../../../schema/domain/risk/detect.ts';
import type {
  NearClaim,
  RiskFacts,
  ScoredClaim,
  ScoredLine,
  ScoredPerson,
  ScoredService,
} from '../../../../schema/domain/risk/facts.ts';
import type { RiskRule } from '../../../../schema/domain/risk/flag.ts';
import { withAmount } from '../../../../schema/domain/risk/means.ts';
import { defaultRisk, type RiskSettings } from '../../../../schema/domain/risk/settings.ts';

/** A moment by the clocks of Lagos, an hour ahead of UTC. */
export const at = (wall: string): number => Date.parse(`${wall}:00+01:00`);

export const aLine = (service: string, given: Partial<ScoredLine> = {}): ScoredLine => ({
  line: 1,
  service,
  serviceDate: '2026-03-10',
  quantity: 1,
  unitPrice: 1_000_000,
  claimed: 1_000_000,
  ...given,
});

export const aClaim = (given: Partial<ScoredClaim> = {}): ScoredClaim => ({
  number: 'CLM-26-000100',
  facilityId: 'F1',
  practitionerName: 'Dr Ade',
  practitionerLicence: 'LIC-1',
  encounterType: 'outpatient',
  encounterId: null,
  startedAt: at('2026-03-10T10:00'),
  endedAt: at('2026-03-10T11:00'),
  serviceDate: '2026-03-10',
  currency: 'NGN',
  claimed: 1_000_000,
  submittedAt: at('2026-03-11T09:00'),
  replaces: null,
  diagnoses: [{ code: 'B54' }],
  lines: [aLine('CON')],
  ...given,
});

export const aNear = (given: Partial<NearClaim> = {}): NearClaim => ({
  number: 'CLM-26-000050',
  facilityId: 'F1',
  place: null,
  encounterType: 'outpatient',
  encounterId: null,
  startedAt: at('2026-03-10T08:00'),
  endedAt: at('2026-03-10T09:00'),
  submittedAt: at('2026-03-10T18:00'),
  replaces: null,
  lines: [{ service: 'CON', serviceDate: '2026-03-10' }],
  ...given,
});

export const aPerson = (given: Partial<ScoredPerson> = {}): ScoredPerson => ({
  birthDate: '1990-05-01',
  sex: 'female',
  deathDate: null,
  coverEndsOn: null,
  dependants: null,
  ...given,
});

export const aService = (code: string, given: Partial<ScoredService> = {}): ScoredService => ({
  code,
  group: 'other',
  sex: null,
  ageFrom: null,
  ageTo: null,
  minIntervalDays: null,
  consultationLevel: null,
  parts: [],
  ...given,
});

export const catalogue = (...services: ScoredService[]): Map<string, ScoredService> =>
  new Map(services.map((service) => [service.code, service]));

export const someFacts = (given: Partial<RiskFacts> = {}): RiskFacts => ({
  zone: 'Africa/Lagos',
  claim: aClaim(),
  learned: false,
  person: aPerson(),
  facility: { id: 'F1', kind: 'clinic', level: 'primary', place: null },
  others: [],
  services: new Map(),
  ceilings: [],
  codes: [],
  baselines: new Map(),
  ...given,
});

/** What one rule says of a claim. */
export const findingsOf = (rule: RiskRule, facts: RiskFacts, settings: RiskSettings = defaultRisk) =>
  detect(facts, settings).filter((finding) => finding.rule === rule);

/** The evidence of one rule, sentence by sentence. */
export const saidBy = (rule: RiskRule, facts: RiskFacts, settings: RiskSettings = defaultRisk): string[] =>
  findingsOf(rule, facts, settings).map(({ evidence }) => evidence);

/** Spans of ten and of five days, and the ten minutes, of the moment at which `aClaim` is submitted. */
export const spans = {
  tenDays: Math.floor(aClaim().submittedAt / 864_000_000),
  fiveDays: Math.floor(aClaim().submittedAt / 432_000_000),
  window: Math.floor(aClaim().submittedAt / 600_000),
};

export const aFacility = (given: Partial<FacilityBaseline> = {}): FacilityBaseline => ({
  is: 'facility',
  window: { at: 0, count: 0, before: 0 },
  peaks: [],
  levels: [],
  prices: [],
  placed: null,
  amounts: [],
  ...given,
});

export const thePeers = (given: Partial<PeersBaseline>): PeersBaseline => ({
  is: 'peers',
  levels: [],
  amounts: [],
  ...given,
});

/** What so many claims of twelve other facilities come to. */
export function meansOf(
  many: number,
  nth: (i: number) => Partial<Parameters<typeof withAmount>[1]> = () => ({}),
): Means {
  let means: Means = { is: 'means', spans: [] };
  for (let i = 0; i < many; i++)
    means = withAmount(means, {
      facilityId: `G${i % 12}`,
      at: at('2026-03-01T10:00'),
      amount: 1_000_000,
      isNear: false,
      ...nth(i),
    });
  return means;
}

export const known = (given: Record<string, Baseline>): Map<string, Baseline> =>
  new Map(Object.entries(given));
