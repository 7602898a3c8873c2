import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { type ImportKind, importKinds, importPermission } from '../../../../schema/domain/imports/import.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { ImportsPage } from '../../../../views/imports/imports-page.tsx';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { rowsFile } from '../../../imports/rows-file.ts';
import { importById, importsPage } from '../../../queries/imports.ts';
import { arriveAt, render } from '../../../render.tsx';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { importAt, importPage, outcomeOf } from './import-view.tsx';

const list_rows = 50;

const kindsOf = (desk: StaffDesk): ImportKind[] =>
  importKinds.filter((kind) => desk.may(importPermission[kind]));

/** `GET /<tenant>/imports`. */
export async function showImports(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, zone, db, counts } = desk;
  const kinds = kindsOf(desk);
  const cursor = c.req.query('after') ?? '';
  const after = cursor === '' ? null : await importById(db, cursor);
  const found = await importsPage(db, { kinds, after, limit: list_rows + 1 });
  const rows = found.slice(0, list_rows);
  const next = found.length > list_rows ? (rows.at(-1)?.id ?? null) : null;
  const props = { slug, zone, kinds, rows, next, isFirst: after === null };
  const page = { title: 'Imports', nav: 'imports', seq: counts.seq };
  return render(c, staffView(c, desk, page, <ImportsPage {...props} />));
}

/** `GET …/imports/<id>`: how far it is, and what its rows come to. */
export const showImport = (c: Context<AppEnv>): Promise<Response> => importPage(c);

async function decide(c: Context<AppEnv>, type: 'CommitImport' | 'DiscardImport'): Promise<Response> {
  const form = await readForm(c);
  const importId = c.req.param('import') ?? '';
  const sent = command(c, form.commandId, { type, input: { importId } });
  const answered = await executeOn<'CommitImport' | 'DiscardImport'>(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').import(importId), () => importPage(c));
}

/** `POST …/imports/<id>/commits`: its good rows are done. */
export const commitImport = (c: Context<AppEnv>): Promise<Response> => decide(c, 'CommitImport');

/** `POST …/imports/<id>/discards`: nothing of it is done. */
export const discardImport = (c: Context<AppEnv>): Promise<Response> => decide(c, 'DiscardImport');

/** `GET …/imports/<id>/rows`: the rows as CSV, of one outcome or of all. */
export async function downloadRows(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const record = await importAt(c, desk);
  if (record instanceof Response) return record;
  const outcome = outcomeOf(c.req.query('outcome'));
  const name = `${record.kind}-${outcome ?? 'outcome'}-${record.id.slice(0, 8)}.csv`;
  return c.body(rowsFile(desk.db, record, outcome), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
