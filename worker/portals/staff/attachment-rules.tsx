import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { formatMoney, parseMoney } from '../../../schema/domain/money.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import { type PutAttachmentRules, putAttachmentRulesForm } from '../../../schema/forms/attachments.ts';
import {
  AttachmentRulesPage,
  type AttachmentRulesPageProps,
  type WantedEntry,
} from '../../../views/hmo/attachment-rules-page.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { allServiceGroups } from '../../queries/service-groups.ts';
import { arriveAt, render } from '../../render.tsx';
import { formErrors } from '../form-errors.ts';
import { openDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

const rows_max = 40;
const blank: WantedEntry = { kind: '', group: '', from: '' };
type Entry = AttachmentRulesPageProps['entry'];
type Said = Partial<Pick<AttachmentRulesPageProps, 'entry' | 'errors' | 'saved'>>;

/** The rules in force, with two rows more for what is added. */
function entryOf({ attachmentRules, currency }: TenantSettings): Entry {
  const wanted = attachmentRules.wanted.map(({ kind, group, from }) => ({
    kind,
    group,
    from: formatMoney(from, currency),
  }));
  return { refuses: attachmentRules.refuses, wanted: [...wanted, blank, blank].slice(0, rows_max) };
}

function readEntry(form: SentForm): Entry {
  const places = form.names.flatMap((name) => /^wanted\.(\d{1,2})\.kind$/.exec(name)?.[1] ?? []);
  const count = Math.min(rows_max, Math.max(0, ...places.map((place) => Number(place) + 1)));
  const wanted = Array.from({ length: count }, (_, nth) => {
    const get = (part: keyof WantedEntry) => form.get(`wanted.${nth}.${part}`).trim();
    return { kind: get('kind'), group: get('group'), from: get('from') };
  });
  return { refuses: form.get('refuses') !== '', wanted };
}

/** What was typed as the command's input, or what is wrong in which row. */
function readRules({ refuses, wanted }: Entry): { input: PutAttachmentRules } | { errors: FormErrors } {
  const named = wanted.flatMap((row, nth) => (row.kind === '' ? [] : [{ ...row, nth }]));
  const rows = named.map(({ kind, group, from }) => ({
    kind,
    group,
    from: from === '' ? 0 : (parseMoney(from) ?? undefined),
  }));
  const parsed = putAttachmentRulesForm.safeParse({ refuses, wanted: rows });
  if (parsed.success) return { input: parsed.data };
  const errors = Object.entries(formErrors(parsed.error)).map(([field, message]) => [
    field.replace(/^wanted\.(\d+)/, (_, place: string) => `wanted.${named[Number(place)]?.nth ?? place}`),
    field.endsWith('.from') ? 'Enter an amount, for example 50,000.00, or leave it empty.' : message,
  ]);
  return { errors: Object.fromEntries(errors) };
}

async function rulesPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const props = {
    slug: desk.slug,
    currency: desk.settings.currency,
    groups: await allServiceGroups(desk.db),
    entry: entryOf(desk.settings),
    errors: {},
    commandId: desk.may('settings.update') ? freshId() : null,
    saved: false,
    ...said,
  };
  const page = { title: 'Files wanted', nav: 'files-wanted' };
  return render(c, staffView(c, desk, page, <AttachmentRulesPage {...props} />), status);
}

/** `GET /<tenant>/settings/files`. */
export const showAttachmentRules = (c: Context<AppEnv>): Promise<Response> =>
  rulesPage(c, { saved: c.req.query('saved') !== undefined });

/** `POST /<tenant>/settings/files`: the rules hold from the next claim on. */
export async function putAttachmentRules(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = readEntry(form);
  const read = readRules(entry);
  if ('errors' in read) return rulesPage(c, { entry, errors: read.errors }, 422);
  const sent = command(c, form.commandId, { type: 'PutAttachmentRules' as const, input: read.input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  const { to } = await openDesk(c);
  return arriveAt(c, to.attachmentRules({ saved: 1 }), () => rulesPage(c, { saved: true }));
}
