import type { Context } from 'hono';
import {
  type Import,
  importPermission,
  type RowOutcome,
  rowOutcomes,
} from '../../../../schema/domain/imports/import.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { ImportPage } from '../../../../views/imports/import-page.tsx';
import { answer } from '../../../answer.ts';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { importById, importRowsPage } from '../../../queries/imports.ts';
import { render } from '../../../render.tsx';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { tariffNamed } from './tariff-named.ts';

const page_rows = 100;

/** The outcome that an address asks for; null: all. */
export const outcomeOf = (text: string | undefined): RowOutcome | null =>
  rowOutcomes.find((outcome) => outcome === text) ?? null;

/** The import that the address names, if this person may have to do with its kind; or the answer why not. */
export async function importAt(
  c: Context<AppEnv>,
  desk: StaffDesk,
  id = c.req.param('import') ?? '',
): Promise<Import | Response> {
  const record = await importById(desk.db, id);
  if (record === null) return answer(c, refuse('not_found', 'There is no import at this address.'));
  if (desk.may(importPermission[record.kind])) return record;
  return answer(c, refuse('forbidden', 'Your role does not allow imports of this kind.'));
}

/** The page of one import, of the rows that the address asks for. */
export async function importPage(c: Context<AppEnv>, id?: string): Promise<Response> {
  const desk = await openDesk(c);
  const record = await importAt(c, desk, id);
  if (record instanceof Response) return record;
  const { slug, zone, counts } = desk;
  const outcome = outcomeOf(c.req.query('outcome'));
  const after = Math.max(0, Math.floor(Number(c.req.query('after')) || 0));
  const found = await importRowsPage(desk.db, { importId: record.id, outcome, after, limit: page_rows + 1 });
  const rows = found.slice(0, page_rows).map((row) => ({ ...row, reasons: row.reasons ?? [] }));
  const next = found.length > page_rows ? (rows.at(-1)?.n ?? null) : null;
  const targetName = record.target === null ? null : await tariffNamed(desk.db, record.target);
  const props = { slug, zone, record, outcome, rows, after, next, targetName };
  const content = <ImportPage {...props} commitId={freshId()} discardId={freshId()} />;
  const page = {
    title: record.fileName,
    nav: 'imports',
    see: [`import:${record.id}`],
    seq: counts.seq,
  };
  return render(c, staffView(c, desk, page, content));
}
