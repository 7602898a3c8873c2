import type { Context } from 'hono';
import { type Entry, type Filled, one } from '../../../../views/hmo/plans/entry.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { freshId, type SentForm } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { referenceDatabase } from '../../../queries/database.ts';
import { diagnosesByCode } from '../../../queries/diagnoses-by-code.ts';
import { serviceNames } from '../../service-names.ts';
import { diagnosisChoices, serviceChoices } from '../search.tsx';
import type { DraftDesk } from './open-plan.ts';

const codesIn = (entry: Entry, field: RegExp): string[] => [
  ...new Set(
    Object.keys(entry)
      .filter((name) => field.test(name))
      .map((name) => one(entry, name))
      .filter((code) => code !== ''),
  ),
];

const serviceField = /(^|\.)services\.\d+$/;
const diagnosisField = /\.diagnoses\.\d+\.(from|to)$/;

/** Whether a form was sent only to look something up, or for more rows: then nothing is saved. */
export const onlyAsks = (form: SentForm): boolean =>
  ['search', 'pick', 'more'].some((name) => form.get(name) !== '');

async function foundFor(c: Context<AppEnv>, form: SentForm | null, entry: Entry): Promise<Filled['found']> {
  const field = form?.get('search') ?? '';
  if (serviceField.test(field)) return { field, list: await serviceChoices(c, one(entry, field)) };
  if (diagnosisField.test(field)) return { field, list: await diagnosisChoices(c, one(entry, field)) };
  return undefined;
}

/** Mistakes in the order in which their fields stand in the form: the first of them takes the focus. */
function inOrder(errors: FormErrors, entry: Entry): FormErrors {
  const fields = Object.keys(entry);
  const place = (field: string) => (fields.includes(field) ? fields.indexOf(field) : fields.length);
  return Object.fromEntries(Object.entries(errors).toSorted(([a], [b]) => place(a) - place(b)));
}

/** A form of the editor with what its codes mean; `form` is what was sent, where something was. */
export async function filledForm(
  c: Context<AppEnv>,
  { desk, draft }: DraftDesk,
  { entry, errors = {}, form = null }: { entry: Entry; errors?: FormErrors; form?: SentForm | null },
): Promise<Filled> {
  const diagnoses = codesIn(entry, diagnosisField);
  const [services, named, found] = await Promise.all([
    serviceNames(desk.db, codesIn(entry, serviceField)),
    diagnosesByCode(referenceDatabase(c.env), diagnoses),
    foundFor(c, form, entry),
  ]);
  return {
    entry,
    errors: inOrder(errors, entry),
    revision: draft.revision,
    commandId: freshId(),
    meanings: { ...named, ...services },
    ...(found === undefined ? {} : { found }),
  };
}
