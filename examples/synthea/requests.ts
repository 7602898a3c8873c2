import { dateIn, moveDate, moveInstant } from './calendar.ts';
import { diagnosesOf, readDiagnosisTable, readServiceTable, type ServiceCode } from './codes.ts';
import { quantityAndPrice } from './money.ts';
import { CLIENT, coverOf, PLAN } from './plan.ts';
import { standardPrices } from './prices.ts';
import { indexBy, mustFind, newestMoment, type Row, type SyntheaData } from './tables.ts';

/** What the tenant counts in, and how far the dates move. */
export type Terms = { days: number; currency: string; timeZone: string };

/** Something created or brought up to date under an id of ours. */
export type Put = { externalId: string; body: Record<string, unknown> };

/** One line of a claim, as the API takes it. */
export type Line = { service: string; quantity: number; unitPrice: number; serviceDate: string };

/** One claim, as the API takes it. */
export type ClaimBody = {
  externalId: string;
  facilityExternalId: string;
  enrolleeExternalId: string;
  enrolleeName: string;
  birthDate: string;
  encounterType: string;
  encounterId: string;
  startedAt: string;
  endedAt: string;
  practitionerName: string;
  diagnoses: { code: string; system: 'ICD-10' }[];
  lines: Line[];
  currency: string;
  total: number;
};

/** All that will be sent, in the order in which one kind needs the other. */
export type Requests = {
  facilities: Put[];
  services: Put[];
  plans: Put[];
  clients: Put[];
  enrollees: Put[];
  claims: ClaimBody[];
};

/** Synthea numbers its invented names (`Maynard46 Mosciski958`); no register holds names with digits. */
export function plainName(name: string): string {
  return name.replace(/\d+/g, '').replace(/\s+/g, ' ').trim();
}

/** The encounter classes of Synthea in the words of the API. Wellness, ambulatory and urgent-care visits end the same day. */
const ENCOUNTER_TYPE: Record<string, string> = {
  wellness: 'outpatient',
  ambulatory: 'outpatient',
  outpatient: 'outpatient',
  urgentcare: 'outpatient',
  emergency: 'emergency',
  inpatient: 'inpatient',
};

function encounterTypeOf(encounter: Row): string {
  const type = ENCOUNTER_TYPE[encounter.text('ENCOUNTERCLASS')];
  if (!type) throw new Error(`Unknown encounter class: ${encounter.text('ENCOUNTERCLASS')}`);
  return type;
}

const HOSPITAL = /HOSPITAL|MEDICAL (CENTER|CTR)|HEALTH (ALLIANCE|SYSTEM)|INFIRMARY/;

function facilityOf(organization: Row): Put {
  const name = organization.text('NAME').replace(/\s+/g, ' ');
  const hospital = HOSPITAL.test(name);
  const body = {
    name,
    kind: hospital ? 'hospital' : 'clinic',
    level: hospital ? 'secondary' : 'primary',
    address: organization.text('ADDRESS'),
    city: organization.text('CITY'),
    state: organization.text('STATE'),
  };
  return { externalId: organization.text('Id'), body };
}

function serviceOf(service: ServiceCode, price: number | undefined, { currency }: Terms): Put {
  const { code, name, group } = service;
  const unit = group === 'admission' ? 'case' : 'each';
  const priced = price === undefined ? {} : { price, currency };
  return { externalId: code, body: { code, name, group, unit, ...priced } };
}

/** Cover runs from birth: the data says nothing of employers, so nobody's claim may fall before it. */
function enrolleeOf(patient: Row, { days }: Terms): Put {
  const birthDate = moveDate(patient.text('BIRTHDATE'), days);
  const deathDate = patient.text('DEATHDATE');
  const body = {
    firstName: plainName(patient.text('FIRST')),
    lastName: plainName(patient.text('LAST')),
    birthDate,
    sex: patient.text('GENDER') === 'F' ? 'female' : 'male',
    clientCode: CLIENT,
    plan: PLAN,
    coverFrom: birthDate,
    ...(deathDate ? { deathDate: moveDate(deathDate.slice(0, 10), days) } : {}),
  };
  return { externalId: patient.text('Id'), body };
}

type Lookup = {
  encounters: Map<string, Row>;
  patients: Map<string, Row>;
  providers: Map<string, Row>;
  diagnoses: Map<string, string>;
  services: Map<string, ServiceCode>;
  chargesOf: Map<string, Row[]>;
  dateOf: (instant: string) => string;
};

function lineOf(charge: Row, { days }: Terms, { services, dateOf }: Lookup): Line {
  const service = services.get(charge.text('PROCEDURECODE'));
  if (!service) throw new Error(`charge-services.csv does not name ${charge.text('PROCEDURECODE')}`);
  const serviceDate = dateOf(moveInstant(charge.text('FROMDATE'), days));
  return {
    service: service.code,
    ...quantityAndPrice(charge.text('AMOUNT'), charge.text('UNITS')),
    serviceDate,
  };
}

function claimOf(claim: Row, terms: Terms, lookup: Lookup): ClaimBody {
  const encounter = mustFind(lookup.encounters, claim.text('APPOINTMENTID'), 'encounter');
  const patient = mustFind(lookup.patients, claim.text('PATIENTID'), 'patient');
  const provider = mustFind(lookup.providers, claim.text('PROVIDERID'), 'practitioner');
  const charges = lookup.chargesOf.get(claim.text('Id')) ?? [];
  const lines = charges.map((charge) => lineOf(charge, terms, lookup));
  return {
    externalId: claim.text('Id'),
    facilityExternalId: encounter.text('ORGANIZATION'),
    enrolleeExternalId: patient.text('Id'),
    enrolleeName: plainName(`${patient.text('FIRST')} ${patient.text('LAST')}`),
    birthDate: moveDate(patient.text('BIRTHDATE'), terms.days),
    encounterType: encounterTypeOf(encounter),
    encounterId: encounter.text('Id'),
    startedAt: moveInstant(encounter.text('START'), terms.days),
    endedAt: moveInstant(encounter.text('STOP'), terms.days),
    practitionerName: plainName(provider.text('NAME')),
    diagnoses: diagnosesOf(claim, lookup.diagnoses).map((code) => ({ code, system: 'ICD-10' })),
    lines,
    currency: terms.currency,
    total: lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0),
  };
}

/** Everything the API is asked for: only facilities, services and enrollees that a claim needs are created. */
export function toRequests(data: SyntheaData, terms: Terms): Requests {
  const lookup: Lookup = {
    encounters: indexBy(data.encounters, 'Id'),
    patients: indexBy(data.patients, 'Id'),
    providers: indexBy(data.providers, 'Id'),
    diagnoses: readDiagnosisTable(),
    services: readServiceTable(),
    chargesOf: Map.groupBy(data.charges, (charge) => charge.text('CLAIMID')),
    dateOf: dateIn(terms.timeZone),
  };
  const claims = data.claims.map((claim) => claimOf(claim, terms, lookup));
  claims.sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
  const facilities = new Set(claims.map((claim) => claim.facilityExternalId));
  const enrollees = new Set(claims.map((claim) => claim.enrolleeExternalId));
  const services = new Set(claims.flatMap((claim) => claim.lines.map((line) => line.service)));
  const prices = standardPrices(claims.flatMap(({ lines }) => lines));
  const births = data.patients.map((row) => moveDate(row.text('BIRTHDATE'), terms.days));
  return {
    ...coverOf(births, moveInstant(newestMoment(data), terms.days), terms),
    facilities: data.organizations.filter((row) => facilities.has(row.text('Id'))).map(facilityOf),
    services: [...lookup.services.values()]
      .filter((service) => services.has(service.code))
      .map((service) => serviceOf(service, prices.get(service.code), terms)),
    enrollees: data.patients
      .filter((row) => enrollees.has(row.text('Id')))
      .map((row) => enrolleeOf(row, terms)),
    claims,
  };
}
