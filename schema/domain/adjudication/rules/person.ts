import { ageOn, type CalendarDate } from '../../dates.ts';
import type { Relation } from '../../ids.ts';
import type { Benefit, CatalogueService, Sex } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/** What of a person the rules look at. */
export interface Patient {
  sex: Sex;
  birthDate: CalendarDate;
  relation: Relation;
}

const inWords: Readonly<Record<Relation, string>> = {
  principal: 'principals',
  spouse: 'spouses',
  child: 'children',
  other: 'other dependants',
};

interface Ages {
  ageFrom: number | null;
  ageTo: number | null;
}

const isOutside = ({ ageFrom, ageTo }: Ages, age: number): boolean =>
  (ageFrom !== null && age < ageFrom) || (ageTo !== null && age > ageTo);

function agesInWords({ ageFrom, ageTo }: Ages): string {
  if (ageTo === null) return `${ageFrom} and above`;
  return ageFrom === null ? `up to ${ageTo}` : `${ageFrom} to ${ageTo}`;
}

/**
 * The service makes sense for the sex and age (claims.md, Adjudication, 5). Ages are completed years on the date of service,
 * both ends included: a rule to 17 still holds on the day before the 18th birthday, and not on it. Reasons 7 and 6.
 */
export function serviceSuits(service: CatalogueService, patient: Patient, on: CalendarDate): Finding | null {
  const { name } = service;
  if (service.sex !== null && service.sex !== patient.sex)
    return refusal('person', 'service sex', '7', { name, wanted: service.sex });
  const age = ageOn(patient.birthDate, on);
  if (!isOutside(service, age)) return null;
  return refusal('person', 'service age', '6', { name, wanted: agesInWords(service), age, on });
}

/** The benefit is for the person's sex, age and relation (members.md, Plans and benefits, who). Reasons 7, 6 and 96. */
export function benefitSuits({ name, who }: Benefit, patient: Patient, on: CalendarDate): Finding | null {
  if (who.sex !== null && who.sex !== patient.sex)
    return refusal('person', 'sex', '7', { benefit: name, wanted: who.sex });
  const age = ageOn(patient.birthDate, on);
  if (isOutside(who, age))
    return refusal('person', 'age', '6', { benefit: name, wanted: agesInWords(who), age, on });
  const { relation } = patient;
  if (who.relations.length === 0 || who.relations.includes(relation)) return null;
  const wanted = who.relations.map((each) => inWords[each]).join(' and ');
  return refusal('person', 'relation', '96', { benefit: name, wanted, relation: inWords[relation] });
}
