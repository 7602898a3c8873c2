import type { Claim, ClaimLine } from '../../../schema/domain/claims/claim.ts';
import { chanceOf } from './chance.ts';
import { plant } from './frauds.ts';
import { lifeOf } from './honest.ts';
import { deaths, oddities } from './oddities.ts';
import { Pool } from './pool.ts';
import { send } from './sending.ts';
import {
  dateOf,
  dayOf,
  type Facility,
  type Family,
  makeFamily,
  makeNetwork,
  type Person,
  type Visit,
} from './world.ts';

/** A claim as it comes in, of whom and from where, and what nobody who scores it may look at: whether it is a fraud. */
export interface Sent {
  claim: Pick<
    Claim,
    | 'number'
    | 'facilityId'
    | 'practitionerName'
    | 'practitionerLicence'
    | 'encounterType'
    | 'encounterId'
    | 'startedAt'
    | 'endedAt'
    | 'serviceDate'
    | 'currency'
    | 'claimed'
    | 'submittedAt'
    | 'replaces'
  > & {
    diagnoses: { code: string }[];
    lines: Pick<ClaimLine, 'line' | 'service' | 'serviceDate' | 'quantity' | 'unitPrice' | 'claimed'>[];
  };
  person: Person;
  facility: Facility;
  /** the claim it corrects was refused, and is no longer live */
  correctsRefused: boolean;
  fraud: Visit['fraud'];
  isSlip: boolean;
}

function sentOf(visit: Visit, number: string, replaces: string | null): Sent {
  const { person, facility, practitioner, startedAt, endedAt, fraud, isSlip } = visit;
  const lines = visit.lines.map(({ service, day, quantity, unitPrice }, i) => ({
    line: i + 1,
    service,
    serviceDate: dateOf(day),
    quantity,
    unitPrice,
    claimed: quantity * unitPrice,
  }));
  return {
    claim: {
      number,
      facilityId: facility.id,
      practitionerName: practitioner.name,
      practitionerLicence: practitioner.licence,
      encounterType: visit.encounterType,
      encounterId: visit.encounterId,
      startedAt,
      endedAt,
      serviceDate: dateOf(dayOf(startedAt)),
      currency: 'NGN',
      claimed: lines.reduce((sum, { claimed }) => sum + claimed, 0),
      submittedAt: visit.submittedAt ?? endedAt,
      replaces,
      diagnoses: visit.diagnoses.map((code) => ({ code })),
      lines,
    },
    person,
    facility,
    correctsRefused: visit.corrects?.rejected ?? false,
    fraud,
    isSlip,
  };
}

/**
 * So many honest claims over fourteen months, and the frauds among them (six hundred for twenty thousand), in the order in which they
 * were submitted. The same seed gives the same claims.
 */
export function generate(seed: number, honest: number): Sent[] {
  const chance = chanceOf(seed);
  const all = makeNetwork(chance);
  const people: Person[] = [];
  const visits: Visit[] = [];
  let families = 0;
  // Some is taken by frauds, and some is left over.
  while (visits.length < honest * 1.07 + 400) {
    const some: Family[] = Array.from({ length: 50 }, () => makeFamily(chance, all, ++families));
    const members = some.flatMap((family) => family.people);
    people.push(...members);
    visits.push(...deaths(chance, all, members));
    for (const person of members) visits.push(...lifeOf(chance, all, person));
  }
  visits.push(...oddities(chance, all, people, visits));
  send(chance, all, visits);
  const pool = new Pool(chance, visits);
  const frauds = plant({ chance, all, people, pool }, honest / 20_000);
  send(chance, all, frauds);
  const sent = [...pool.rest(honest), ...frauds].sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0));
  const numbers = new Map(sent.map((visit, i) => [visit, `CLM-26-${String(i + 1).padStart(6, '0')}`]));
  return sent.map((visit) =>
    sentOf(visit, numbers.get(visit) ?? '', visit.corrects ? (numbers.get(visit.corrects) ?? null) : null),
  );
}
