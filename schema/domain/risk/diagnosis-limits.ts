import type { Sex } from '../plans/plan.ts';

/** For whom diagnoses of a range make sense; what is left out: anybody. Ages are completed years, both ends included. */
export interface DiagnosisLimit {
  /** codes without their dot, both ends with everything that begins like them */
  from: string;
  to: string;
  sex?: Sex;
  ageFrom?: number;
  ageTo?: number;
}

const women = (from: string, to = from): DiagnosisLimit => ({ from, to, sex: 'female' });
const men = (from: string, to = from): DiagnosisLimit => ({ from, to, sex: 'male' });
const mothers = (from: string, to = from): DiagnosisLimit => ({ ...women(from, to), ageFrom: 9, ageTo: 64 });
const newborns = (from: string, to = from): DiagnosisLimit => ({ from, to, ageTo: 0 });
const adults = (from: string, to = from): DiagnosisLimit => ({ from, to, ageFrom: 15 });

/**
 * Sources: the sexes follow from the titles of ICD-10's categories, which name the organ or the sex (WHO ICD-10, volume 1, tabular list;
 * the same in ICD-10-CM). The ages are the categories of the Medicare Code Editor's age conflict edit (CMS): newborn 0, pediatric
 * 0–17, maternity 9–64, adult 15 and over; of its lists only whole categories that nobody doubts. The perinatal chapter (P00–P96) has
 * no age here: what begins there may be treated for years.
 */
const limits: readonly DiagnosisLimit[] = [
  mothers('A34'),
  women('B373'),
  men('B260'),
  women('C51', 'C58'),
  men('C60', 'C63'),
  women('D06'),
  women('D070', 'D073'),
  men('D074', 'D076'),
  women('D25', 'D28'),
  men('D29'),
  women('D39'),
  men('D40'),
  women('E28'),
  men('E29'),
  adults('F01', 'F03'),
  mothers('F53'),
  adults('H25'),
  { ...men('N40'), ageFrom: 15 },
  men('N41', 'N53'),
  women('N70', 'N98'),
  mothers('O00', 'O9A'),
  women('Q50', 'Q52'),
  men('Q53', 'Q55'),
  adults('R54'),
  men('R86'),
  women('R87'),
  adults('Z000'),
  newborns('Z0011'),
  { from: 'Z0012', to: 'Z0012', ageTo: 17 },
  mothers('Z32', 'Z37'),
  newborns('Z38'),
  mothers('Z39'),
  mothers('Z3A'),
];

/** What is known of a diagnosis, or null: it makes sense for anybody. */
export function limitOf(code: string): DiagnosisLimit | null {
  const plain = code.replace('.', '').toUpperCase();
  return limits.find(({ from, to }) => plain >= from && plain.slice(0, to.length) <= to) ?? null;
}
