import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { changePrimaryFacilityForm } from '../../../../schema/forms/members.ts';
import { FacilityFormPage } from '../../../../views/hmo/members/facility-form-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import { connect } from '../../../databases/connect.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { facilitiesById, type Person } from '../../../queries/person.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { enrolleeAt, nobody, personAt } from './enrollee.tsx';
import { facilityChoices, facilityIdMeant } from './facility-choices.ts';

interface Said {
  value: string;
  errors: FormErrors;
}

async function formAt(c: Context<AppEnv>, { person }: Person, said?: Said): Promise<Response> {
  const desk = await openDesk(c);
  const today = dateIn(desk.zone, desk.now);
  const holding = person.primaryFacilities.findLast(({ from }) => from <= today);
  const tenant = connect(c.env, `tenant-${c.var.organisation.id}`);
  const [choices, named] = await Promise.all([
    facilityChoices(desk.db),
    facilitiesById(tenant, holding ? [holding.facilityId] : []),
  ]);
  const content = (
    <FacilityFormPage
      slug={desk.slug}
      memberId={person.memberId}
      name={`${person.firstName} ${person.lastName}`}
      now={holding ? (named.get(holding.facilityId)?.name ?? 'a facility that left the network') : null}
      choices={choices}
      value={said?.value ?? person.primaryFacilities.at(-1)?.facilityId ?? ''}
      errors={said?.errors ?? {}}
      commandId={freshId()}
    />
  );
  return render(c, staffView(c, desk, { title: 'Primary facility', nav: 'enrollees' }, content), said && 422);
}

/** `GET …/enrollees/<member id>/primary-facility`. */
export async function showPrimaryFacility(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  return found === null ? answer(c, nobody) : formAt(c, found);
}

/** `POST …/enrollees/<member id>/primary-facility`. */
export async function choosePrimaryFacility(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  if (found === null) return answer(c, nobody);
  const { memberId } = found.person;
  const form = await readForm(c);
  const value = form.get('facilityId').trim();
  const facilityId = await facilityIdMeant(tenantDatabase(c.env, c.var.organisation.id), value);
  const parsed = changePrimaryFacilityForm.safeParse({ memberId, facilityId });
  if (!parsed.success) return formAt(c, found, { value, errors: formErrors(parsed.error) });
  const sent = command(c, form.commandId, { type: 'ChangePrimaryFacility' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return formAt(c, found, { value, errors: refusalErrors(answered) });
  }
  const address = paths.staff(c.var.organisation.slug ?? '').enrollee(memberId, { saved: 1 });
  return arriveAt(c, address, () => enrolleeAt(c, memberId, 'Saved.'));
}
