import { inArray } from 'drizzle-orm';
import { icd10 } from '../../schema/tables/reference/icd10.ts';
import type { Database } from './database.ts';

/** What codes mean; a code that does not exist is not in the answer. */
export async function diagnosesByCode(
  db: Database,
  codes: readonly string[],
): Promise<Record<string, string>> {
  if (codes.length === 0) return {};
  const rows = await db
    .select({ code: icd10.code, description: icd10.description })
    .from(icd10)
    .where(inArray(icd10.code, [...codes]));
  return Object.fromEntries(rows.map((row) => [row.code, row.description]));
}
