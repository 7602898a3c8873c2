import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { coverDates, stateOn } from '../../../schema/domain/members/cover-dates.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import { askForDependantForm } from '../../../schema/forms/portal.ts';
import { type DependantEntry, DependantFormPage } from '../../../views/enrollee/dependant-form-page.tsx';
import { FamilyPage } from '../../../views/enrollee/family-page.tsx';
import { paths } from '../../../views/paths.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { statusOf } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { arriveAnew, type MyDesk } from './desk.ts';
import { myView } from './my-view.tsx';

/** `GET /me/family`. */
export const showFamily = (c: Context<AppEnv>, desk: MyDesk): Response =>
  familyPage(c, desk, c.req.query('saved') !== undefined);

function familyPage(c: Context<AppEnv>, desk: MyDesk, saved: boolean): Response {
  const { person, principal, dependants, seen, today } = desk;
  const members = dependants.map((each) => ({
    memberId: each.memberId,
    name: `${each.firstName} ${each.lastName}`,
    relation: each.relation,
    birthDate: each.birthDate,
    state: stateOn(coverDates(each.cover), today),
    seen: seen.includes(each),
  }));
  const content = (
    <FamilyPage
      {...{ members }}
      asked={person.asked}
      mayAsk={principal === null}
      through={principal && `${principal.firstName} ${principal.lastName}`}
      saved={saved}
    />
  );
  return render(c, myView(c, desk, { title: 'Family', nav: 'family' }, content));
}

const blank: DependantEntry = { relation: '', firstName: '', lastName: '', birthDate: '', sex: '' };

function formPage(
  c: Context<AppEnv>,
  desk: MyDesk,
  said: { entry: DependantEntry; errors: FormErrors } = { entry: blank, errors: {} },
  status?: Parameters<typeof render>[2],
): Response {
  const content = <DependantFormPage {...said} commandId={freshId()} />;
  return render(c, myView(c, desk, { title: 'Ask to add somebody', nav: 'family' }, content), status);
}

/** `GET /me/family/new`. */
export const showDependantForm = (c: Context<AppEnv>, desk: MyDesk): Response => formPage(c, desk);

/** What the plan's rules say is said of the form as a whole: it is about the relation, the age and the number at once. */
function errorsOf(refusal: Refusal): FormErrors {
  const errors = refusalErrors(refusal);
  return errors.plan === undefined ? errors : { '': errors.plan };
}

/** `POST /me/family/new`. */
export async function askForDependant(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const entry: DependantEntry = {
    relation: form.get('relation'),
    firstName: form.get('firstName'),
    lastName: form.get('lastName'),
    birthDate: form.get('birthDate'),
    sex: form.get('sex'),
  };
  const parsed = askForDependantForm.safeParse({ requestId: form.commandId, ...entry });
  if (!parsed.success) return formPage(c, desk, { entry, errors: formErrors(parsed.error) }, 422);
  const sent = command(c, form.commandId, { type: 'AskForDependant' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
  if (isRefusal(answered))
    return formPage(c, desk, { entry, errors: errorsOf(answered) }, statusOf(answered));
  return arriveAnew(c, paths.me.family({ saved: 1 }), (_, anew) => familyPage(c, anew, true));
}
