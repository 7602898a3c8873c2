import type { Context } from 'hono';
import {
  type ImportKind,
  import_bytes_max,
  importKinds,
  importPermission,
} from '../../../../schema/domain/imports/import.ts';
import { standardTariff } from '../../../../schema/domain/pricing/set-price.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import { readers } from '../../../../schema/imports/readers.ts';
import {
  NewImportPage,
  type NewImportPageProps,
  newImportTitle,
} from '../../../../views/imports/new-import-page.tsx';
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
import { tariffNamed } from './tariff-named.ts';

/** The kind that the address names, if this person may import it. */
function kindAt(c: Context<AppEnv>): ImportKind | Refusal {
  const kind = importKinds.find((each) => each === c.req.query('kind'));
  if (kind === undefined) return refuse('not_found', 'There is no such kind of import.');
  if (c.var.principal.permissions.includes(importPermission[kind])) return kind;
  return refuse('forbidden', 'Your role does not allow imports of this kind.');
}

/** What is to be imported: the kind and, of a tariff, whose. */
interface Asked {
  kind: ImportKind;
  target: NewImportPageProps['target'];
}

/** The tariff that the address names, the standard one where it names none. */
async function askedAt(c: Context<AppEnv>, desk: StaffDesk, kind: ImportKind): Promise<Asked | Refusal> {
  if (kind !== 'tariff') return { kind, target: null };
  const id = c.req.query('tariff') || standardTariff;
  const name = await tariffNamed(desk.db, id);
  if (name === null) return refuse('not_found', 'There is no such tariff.');
  return { kind, target: { id, name } };
}

function newPage(
  c: Context<AppEnv>,
  desk: StaffDesk,
  { kind, target }: Asked,
  errors: FormErrors = {},
  status?: 422,
): Response {
  const { slug, counts } = desk;
  const { columns } = readers[kind];
  const props = { slug, kind, columns, errors, commandId: freshId(), target };
  const page = { title: newImportTitle(kind, target?.name), nav: 'imports', seq: counts.seq };
  return render(c, staffView(c, desk, page, <NewImportPage {...props} />), status);
}

/** `GET …/imports/new?kind=…`. */
export async function showNewImport(c: Context<AppEnv>): Promise<Response> {
  const kind = kindAt(c);
  if (typeof kind !== 'string') return answer(c, kind);
  const desk = await openDesk(c);
  const asked = await askedAt(c, desk, kind);
  return 'refused' in asked ? answer(c, asked) : newPage(c, desk, asked);
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
  const asked = await askedAt(c, desk, kind);
  if ('refused' in asked) return answer(c, asked);
  const again = (message: string) => newPage(c, desk, asked, { file: message }, 422);
  if (file === null) return again('Choose the file with your rows.');
  if (file.size > import_bytes_max)
    return again('The file is larger than 10 MB. Part it and upload one after the other.');
  const staged = await stage(c, form.commandId, {
    kind,
    target: asked.target?.id ?? null,
    fileName: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    commits: false,
    currency: desk.settings.currency,
  });
  if ('fault' in staged) return again(staged.fault);
  if (isRefusal(staged)) return answer(c, staged);
  return arriveAt(c, paths.staff(desk.slug).import(staged.importId), () => importPage(c, staged.importId));
}
