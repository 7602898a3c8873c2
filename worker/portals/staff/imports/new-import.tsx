import type { Context } from 'hono';
import {
  type ImportKind,
  import_bytes_max,
  importKinds,
  importPermission,
} from '../../../../schema/domain/imports/import.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import { readers } from '../../../../schema/imports/readers.ts';
import { NewImportPage } from '../../../../views/imports/new-import-page.tsx';
import { kindWords } from '../../../../views/imports/words.ts';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { freshId, readForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { stage } from '../../../imports/stage.ts';
import { csvText } from '../../../imports/write-csv.ts';
import { arriveAt, render } from '../../../render.tsx';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { importPage } from './import-view.tsx';

/** The kind that the address names, if this person may import it. */
function kindAt(c: Context<AppEnv>): ImportKind | Refusal {
  const kind = importKinds.find((each) => each === c.req.query('kind'));
  if (kind === undefined) return refuse('not_found', 'There is no such kind of import.');
  if (c.var.principal.permissions.includes(importPermission[kind])) return kind;
  return refuse('forbidden', 'Your role does not allow imports of this kind.');
}

function newPage(
  c: Context<AppEnv>,
  desk: StaffDesk,
  kind: ImportKind,
  errors: FormErrors = {},
  status?: 422,
): Response {
  const { slug, counts } = desk;
  const { columns } = readers[kind];
  const props = { slug, kind, columns, errors, commandId: freshId(), targets: null, target: '' };
  const page = { title: `Import ${kindWords[kind].toLowerCase()}`, nav: 'imports', seq: counts.seq };
  return render(c, staffView(c, desk, page, <NewImportPage {...props} />), status);
}

/** `GET …/imports/new?kind=…`. */
export async function showNewImport(c: Context<AppEnv>): Promise<Response> {
  const kind = kindAt(c);
  if (typeof kind !== 'string') return answer(c, kind);
  return newPage(c, await openDesk(c), kind);
}

/** `GET …/imports/template?kind=…`: the headings, and nothing below them that could be imported by mistake. */
export function downloadTemplate(c: Context<AppEnv>): Response {
  const kind = kindAt(c);
  if (typeof kind !== 'string') return answer(c, kind);
  return c.body(csvText([readers[kind].columns.map(({ name }) => name)]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${kind}.csv"`,
  });
}

async function fileOf(c: Context<AppEnv>): Promise<File | null> {
  const data = await c.req.formData().catch(() => null);
  const file = data?.get('file');
  return file instanceof File && file.size > 0 ? file : null;
}

/** `POST …/imports/new?kind=…`: takes a file, and shows how far its check is. */
export async function uploadImport(c: Context<AppEnv>): Promise<Response> {
  const kind = kindAt(c);
  if (typeof kind !== 'string') return answer(c, kind);
  const file = await fileOf(c);
  const form = await readForm(c);
  const desk = await openDesk(c);
  const again = (message: string) => newPage(c, desk, kind, { file: message }, 422);
  if (file === null) return again('Choose the file with your rows.');
  if (file.size > import_bytes_max)
    return again('The file is larger than 10 MB. Part it and upload one after the other.');
  const staged = await stage(c, form.commandId, {
    kind,
    target: null,
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    commits: false,
    currency: desk.settings.currency,
  });
  if ('fault' in staged) return again(staged.fault);
  if (isRefusal(staged)) return answer(c, staged);
  return arriveAt(c, paths.staff(desk.slug).import(staged.importId), () => importPage(c, staged.importId));
}
