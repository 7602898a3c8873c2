import { and, asc, desc, eq, gt, inArray, lt, or } from 'drizzle-orm';
import type { Import, ImportKind, RowOutcome, RowReason } from '../../schema/domain/imports/import.ts';
import { importRows, imports } from '../../schema/tables/tenant/imports.ts';
import type { Database } from './database.ts';

/** The import of this id; null: there is none. */
export async function importById(db: Database, id: string): Promise<Import | null> {
  const [found] = await db.select({ body: imports.body }).from(imports).where(eq(imports.id, id)).limit(1);
  return found?.body ?? null;
}

/** Imports of these kinds, the newest first, after the one that a page ended with. */
export async function importsPage(
  db: Database,
  { kinds, after, limit }: { kinds: readonly ImportKind[]; after: Import | null; limit: number },
): Promise<Import[]> {
  const older = after
    ? or(
        lt(imports.uploadedAt, after.uploadedAt),
        and(eq(imports.uploadedAt, after.uploadedAt), lt(imports.id, after.id)),
      )
    : undefined;
  const found = await db
    .select({ body: imports.body })
    .from(imports)
    .where(and(inArray(imports.kind, [...kinds]), older))
    .orderBy(desc(imports.uploadedAt), desc(imports.id))
    .limit(limit);
  return found.map(({ body }) => body);
}

/** A row of a file with what became of it. */
export interface ImportRow {
  n: number;
  line: number;
  cells: string[];
  outcome: RowOutcome | null;
  reasons: RowReason[] | null;
  result: string | null;
}

/** Rows of an import in the file's order, of one outcome or of all, after a number. */
export async function importRowsPage(
  db: Database,
  asked: { importId: string; outcome: RowOutcome | null; after: number; limit: number },
): Promise<ImportRow[]> {
  const { importId, outcome, after, limit } = asked;
  const { n, line, cells, outcome: came, reasons, result } = importRows;
  return db
    .select({ n, line, cells, outcome: came, reasons, result })
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        outcome === null ? undefined : eq(importRows.outcome, outcome),
        gt(importRows.n, after),
      ),
    )
    .orderBy(asc(importRows.n))
    .limit(limit);
}
