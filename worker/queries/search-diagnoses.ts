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

/**
 * Diagnoses by code or by words, the best first: the exact code, codes that begin so, then descriptions that hold every
 * word (the last may be unfinished). Of those, diseases come before what is of pregnancy, the newborn, malformation and
 * outer causes, which say the same words of fewer people; then the detailed enough and the short.
 */
export async function searchDiagnoses(db: Database, typed: string, limit = 20): Promise<Diagnosis[]> {
  const prefix = codePrefix(typed);
  if (prefix !== null) {
    const [from, before] = startingWith(prefix);
    const byCode = and(gte(icd10.code, from), lt(icd10.code, before));
    const found = await db.select(columns).from(icd10).where(byCode).orderBy(icd10.code).limit(limit);
    if (found.length > 0) return found;
  }
  const match = matchWords(typed);
  if (match === null) return [];
  const among = sql`${icd10.id} in (select rowid from icd10_search where icd10_search match ${match} limit ${consideredMax})`;
  return db
    .select(columns)
    .from(icd10)
    .where(among)
    .orderBy(
      sql`${icd10.code} glob '[OPQV-Z]*', ${icd10.billable} desc, length(${icd10.description}), ${icd10.code}`,
    )
    .limit(limit);
}
