import { and, gte, lt, sql } from 'drizzle-orm';
import { icd10 } from '../../schema/tables/reference/icd10.ts';
import type { Database } from './database.ts';
import { matchWords, startingWith } from './match-words.ts';

/** One ICD-10 code. `billable`: detailed enough to stand on a claim of its own. */
export interface Diagnosis {
  code: string;
  description: string;
  billable: boolean;
}

const columns = { code: icd10.code, description: icd10.description, billable: icd10.billable };
/** More matches than this are not ranked: whoever types one common word goes on typing. */
const consideredMax = 400;

/** `b509` and `B50.9` are the same code; anything that cannot begin a code is null. */
function codePrefix(typed: string): string | null {
  const bare = typed.replace(/[\s.]/g, '').toUpperCase();
  if (!/^[A-Z]\d[A-Z0-9]{0,5}$/.test(bare)) return null;
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

/** The list is American: `anaemia` is `anemia` there, `diarrhoea` `diarrhea`, `tumour` `tumor`. */
const americanSpelling = (word: string): string =>
  word.replace(/[ao]e/gi, 'e').replace(/(?<=[a-z]{2})our(?=s?$)/i, 'or');

/**
 * What most people have stands first. Diseases come before what is of pregnancy, the newborn, malformation and outer
 * causes, which say the same words of fewer people; then what can stand on a claim, what is no sequela, the general
 * (shorter codes), the plain (unspecified, without complications), the short.
 */
const commonFirst = sql`
  ${icd10.code} glob '[OPQV-Z]*',
  ${icd10.billable} desc,
  ${icd10.description} like '%sequela',
  length(${icd10.code}),
  (${icd10.description} like '%, unspecified' or ${icd10.description} like 'Unspecified %'
    or ${icd10.description} like '%without complication%') desc,
  length(${icd10.description}),
  ${icd10.code}`;

/**
 * Diagnoses by code or by words, the best first: the exact code, codes that begin so, then descriptions that hold every
 * word (the last may be unfinished).
 */
export async function searchDiagnoses(db: Database, typed: string, limit = 20): Promise<Diagnosis[]> {
  const prefix = codePrefix(typed);
  if (prefix !== null) {
    const [from, before] = startingWith(prefix);
    const byCode = and(gte(icd10.code, from), lt(icd10.code, before));
    const found = await db.select(columns).from(icd10).where(byCode).orderBy(icd10.code).limit(limit);
    if (found.length > 0) return found;
  }
  const match = matchWords(typed, americanSpelling);
  if (match === null) return [];
  const among = sql`${icd10.id} in (select rowid from icd10_search where icd10_search match ${match} limit ${consideredMax})`;
  return db.select(columns).from(icd10).where(among).orderBy(commonFirst).limit(limit);
}
