import type { Context } from 'hono';
import { type DraftBody, draftBodyForm } from '../../../schema/forms/draft.ts';
import { type DraftStep, draftSteps } from '../../../views/paths/provider.ts';
import type { AppEnv } from '../../env.ts';
import { freshId } from '../../fresh-id.ts';

/** What a step's form asks for, besides saving what was typed. */
export type DraftAction =
  | { kind: 'save' }
  | { kind: 'go'; step: DraftStep }
  | { kind: 'add'; list: 'diagnoses' | 'lines' }
  | { kind: 'remove'; list: 'diagnoses' | 'lines'; index: number }
  | { kind: 'search'; field: string }
  | { kind: 'pick'; field: string; value: string };

/** A step that is typed into; the review only shows. */
export type TypedStep = Exclude<DraftStep, 'review'>;

/** A step's form as it was sent. */
export interface DraftSent {
  version: number;
  action: DraftAction;
  /** sent by the page itself while one types: nobody pressed anything */
  autosave: boolean;
  texts: ReadonlyMap<string, string>;
}

const lists = ['diagnoses', 'lines'] as const;
const parts = {
  diagnoses: ['code'],
  lines: ['service', 'quantity', 'unitPrice', 'serviceDate', 'authorization', 'line'],
} as const;
const plain = [
  'tenantId',
  'memberId',
  'birthDate',
  'encounterType',
  'startedAt',
  'endedAt',
  'practitionerName',
  'practitionerLicence',
  'referral',
  'otherPayer',
] as const;

function actionOf(texts: ReadonlyMap<string, string>): DraftAction {
  const step = draftSteps.find((each) => each === texts.get('go'));
  if (step !== undefined) return { kind: 'go', step };
  const added = lists.find((list) => list === texts.get('add'));
  if (added !== undefined) return { kind: 'add', list: added };
  const removed = /^(diagnoses|lines)\.(\d{1,4})$/.exec(texts.get('remove') ?? '');
  if (removed)
    return {
      kind: 'remove',
      list: removed[1] === 'lines' ? 'lines' : 'diagnoses',
      index: Number(removed[2]),
    };
  const searched = texts.get('search');
  if (searched !== undefined) return { kind: 'search', field: searched };
  const picked = /^([\w.]{1,40})=(.{1,200})$/.exec(texts.get('pick') ?? '');
  return picked ? { kind: 'pick', field: picked[1] ?? '', value: picked[2] ?? '' } : { kind: 'save' };
}

/** Reads a step's form. */
export async function readDraftSent(c: Context<AppEnv>): Promise<DraftSent> {
  const texts = new Map<string, string>();
  for (const [name, value] of (await c.req.formData()).entries())
    if (typeof value === 'string') texts.set(name, value);
  return {
    version: Number(texts.get('version')) || 0,
    action: actionOf(texts),
    autosave: !texts.has('command_id'),
    texts,
  };
}

/** The id made when the form was shown: sending it twice does it once. */
export function commandIdOf({ texts }: DraftSent): string {
  const given = texts.get('command_id') ?? '';
  return /^[0-9a-z-]{8,64}$/.test(given) ? given : freshId();
}

/** The rows of a list in the order of the form: script may have left gaps between their numbers. */
function rowsOf<List extends 'diagnoses' | 'lines'>(
  texts: ReadonlyMap<string, string>,
  list: List,
): { index: number; row: Record<string, string> }[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of texts) {
    const match = /^(\w+)\.(\d{1,4})\.(\w+)$/.exec(name);
    const part = parts[list].find((each) => each === match?.[3]);
    if (match === null || match[1] !== list || part === undefined) continue;
    const index = Number(match[2]);
    rows.set(index, { ...rows.get(index), [part]: value });
  }
  return [...rows].map(([index, row]) => ({ index, row })).sort((a, b) => a.index - b.index);
}

/** A list as it is after the form: what was typed, one row more or less, or with what was chosen. */
function changed(sent: DraftSent, list: 'diagnoses' | 'lines'): Record<string, string>[] {
  const { action, texts } = sent;
  const typed = rowsOf(texts, list);
  const kept =
    action.kind === 'remove' && action.list === list
      ? typed.filter(({ index }) => index !== action.index)
      : typed;
  const rows = kept.map(({ index, row }) => {
    const field = parts[list].find(
      (part) => action.kind === 'pick' && action.field === `${list}.${index}.${part}`,
    );
    return field === undefined || action.kind !== 'pick' ? row : { ...row, [field]: action.value };
  });
  if (action.kind === 'add' && action.list === list) {
    if (rows.length === 0) rows.push({});
    rows.push({});
  }
  return rows;
}

/** The lines of a form as they are after it: what was typed, one row more or less, or with what was chosen. */
export const linesAfter = (sent: DraftSent): Record<string, string>[] => changed(sent, 'lines');

/** The draft as it is with what one step's form holds; the other steps stay as they are. Null: longer than a draft may be. */
export function withStep(body: DraftBody, step: TypedStep, sent: DraftSent): DraftBody | null {
  if (step === 'lines') return read({ ...body, lines: changed(sent, 'lines') });
  const typed = Object.fromEntries(plain.map((name) => [name, sent.texts.get(name) ?? body[name]]));
  return read({
    ...body,
    ...typed,
    accident: sent.texts.has('accident'),
    diagnoses: changed(sent, 'diagnoses'),
  });
}

/** Everything of a form that has all of a claim on one page. Null: longer than a claim may be. */
export function wholeOf(sent: DraftSent): DraftBody | null {
  const typed = Object.fromEntries(plain.map((name) => [name, sent.texts.get(name) ?? '']));
  return read({
    ...typed,
    accident: sent.texts.has('accident'),
    diagnoses: changed(sent, 'diagnoses'),
    lines: changed(sent, 'lines'),
  });
}

function read(body: unknown): DraftBody | null {
  const parsed = draftBodyForm.safeParse(body);
  return parsed.success ? parsed.data : null;
}
