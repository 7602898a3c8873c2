import { ageOn } from '../../dates.ts';
import { limitOf } from '../diagnosis-limits.ts';
import type { RiskFacts } from '../facts.ts';
import { type Found, ofClaim, ofLine, type Rule } from '../found.ts';

/** For whom something makes sense; null or left out: anybody. */
interface Suits {
  sex?: string | null;
  ageFrom?: number | null;
  ageTo?: number | null;
}

/** Why something does not suit a person, in words; null: it does. */
function whyNot({ sex, ageFrom, ageTo }: Suits, person: { sex: string; age: number }): string | null {
  if (sex && sex !== person.sex) return `is for ${sex} persons only; this person is ${person.sex}`;
  if ((ageFrom ?? 0) > person.age) return `is for persons of ${ageFrom} and over; this one was ${person.age}`;
  if ((ageTo ?? person.age) < person.age) return `is for persons up to ${ageTo}; this one was ${person.age}`;
  return null;
}

function ofServices({ claim, person, services }: RiskFacts): Found[] {
  return claim.lines.flatMap(({ line, service, serviceDate }) => {
    const known = services.get(service);
    if (!known || serviceDate < person.birthDate) return [];
    const why = whyNot(known, { sex: person.sex, age: ageOn(person.birthDate, serviceDate) });
    return why === null ? [] : [ofLine(line, `${service} ${why}.`)];
  });
}

/**
 * A service (by the catalogue) or a diagnosis (by ranges of ICD-10) that is not plausible for the person's sex or age (claims.md,
 * Risk). What lies before birth is an impossible date, and no mismatch beside it. Evidence names a diagnosis by its place only.
 */
export const sexAgeMismatch: Rule = (facts) => {
  const { claim, person } = facts;
  if (claim.serviceDate < person.birthDate) return ofServices(facts);
  const who = { sex: person.sex, age: ageOn(person.birthDate, claim.serviceDate) };
  const ofDiagnoses = claim.diagnoses.flatMap(({ code }, i) => {
    const why = whyNot(limitOf(code) ?? {}, who);
    return why === null ? [] : [ofClaim(`Diagnosis ${i + 1} ${why}.`)];
  });
  return [...ofServices(facts), ...ofDiagnoses];
};
