import type { Context } from 'hono';
import type { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import type { TenantCommand } from '../../../../schema/commands.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import {
  addToInvestigationForm,
  closeInvestigationForm,
  liftHoldForm,
  noteInvestigationForm,
  placeHoldForm,
} from '../../../../schema/forms/investigations.ts';
import type { InvestigationSaid } from '../../../../views/hmo/risk/investigation-props.ts';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { statusOf } from '../../../answer.ts';
import { command, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { arriveAt } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { facilityIdMeant } from '../members/facility-choices.ts';
import { showInvestigationNumbered } from './investigation.tsx';
import { claimErrors, readLookedInto } from './read-claims.ts';

type Step = Extract<
  TenantCommand['type'],
  'AddToInvestigation' | 'NoteInvestigation' | 'PlaceHold' | 'LiftHold' | 'CloseInvestigation'
>;

/** One form of an investigation's page: how it is read, what it sends, and where its errors stand. */
interface StepForm<Form extends z.ZodType> {
  type: Step;
  form: InvestigationSaid['form'];
  schema: Form;
  read: (form: SentForm, c: Context<AppEnv>) => object | Promise<object>;
  /** names of the fields that are shown again */
  shown: readonly string[];
  errorsOf?: (errors: FormErrors) => FormErrors;
}

/** Reads the form, sends the command, and shows the page again: with what was entered, where it was refused. */
function stepOf<Form extends z.ZodType>(step: StepForm<Form>) {
  const { type, form: which, schema, read, shown, errorsOf = (errors) => errors } = step;
  return async (c: Context<AppEnv>): Promise<Response> => {
    const form = await readForm(c);
    const investigation = c.req.param('investigation') ?? '';
    const values = Object.fromEntries(shown.map((name) => [name, form.get(name)]));
    const refused = (errors: FormErrors) =>
      showInvestigationNumbered(
        c,
        investigation,
        { said: { form: which, values, errors: errorsOf(errors) } },
        422,
      );
    const parsed = schema.safeParse({ investigation, ...(await read(form, c)) });
    if (!parsed.success) return refused(formErrors(parsed.error));
    const what = { type, input: parsed.data } as TenantCommand;
    const answered = await executeOn(tenantActor(c), command(c, form.commandId, what));
    if (!isRefusal(answered)) {
      const address = paths.staff(c.var.organisation.slug ?? '').investigation(investigation);
      return arriveAt(c, address, () => showInvestigationNumbered(c, investigation));
    }
    if (answered.code === 'invalid') return refused(refusalErrors(answered));
    return showInvestigationNumbered(c, investigation, { refusal: answered.message }, statusOf(answered));
  };
}

/** `POST …/claims`: more claims and requests are looked into. */
export const addClaims = stepOf({
  type: 'AddToInvestigation',
  form: 'claims',
  schema: addToInvestigationForm,
  read: (form) => readLookedInto(form.get('claims')),
  shown: ['claims'],
  errorsOf: claimErrors,
});

/** `POST …/notes`: somebody writes down what they found. */
export const noteDown = stepOf({
  type: 'NoteInvestigation',
  form: 'note',
  schema: noteInvestigationForm,
  read: (form) => ({ text: form.get('text') }),
  shown: ['text'],
});

async function holdOf(form: SentForm, c: Context<AppEnv>) {
  const on = form.get('on');
  if (on === 'facility') {
    const db = tenantDatabase(c.env, c.var.organisation.id);
    return { on, of: await facilityIdMeant(db, form.get('facility').trim()) };
  }
  return { on, of: on === 'practitioner' ? form.get('licence') : '' };
}

/** `POST …/holds`: its claims, a facility's or a practitioner's cannot be approved from now on. */
export const placeHold = stepOf({
  type: 'PlaceHold',
  form: 'hold',
  schema: placeHoldForm,
  read: holdOf,
  shown: ['on', 'facility', 'licence'],
});

/** `POST …/holds/lifts`: they can again. */
export const liftHold = stepOf({
  type: 'LiftHold',
  form: 'hold',
  schema: liftHoldForm,
  read: (form) => ({ on: form.get('on'), of: form.get('of') }),
  shown: [],
});

/** `POST …/closings`: how it ends, and why. */
export const closeInvestigation = stepOf({
  type: 'CloseInvestigation',
  form: 'close',
  schema: closeInvestigationForm,
  read: (form) => ({
    version: Number(form.get('version')) || 0,
    verdict: form.get('verdict') || undefined,
    reason: form.get('reason'),
  }),
  shown: ['verdict', 'reason'],
});
