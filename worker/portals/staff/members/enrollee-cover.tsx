import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { addDays, dateIn } from '../../../../schema/domain/dates.ts';
import { backDatedDaysMax } from '../../../../schema/domain/members/backdating.ts';
import { type CoverVerb, coverChanges } from '../../../../schema/domain/members/cover-change.ts';
import type { Enrollee } from '../../../../schema/domain/members/enrollee.ts';
import type { Permission } from '../../../../schema/domain/permissions.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { setEnrolleeCoverForm } from '../../../../schema/forms/members.ts';
import { type CoverEntry, CoverFormPage } from '../../../../views/hmo/members/cover-form-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { enrolleeAt, nobody, personAt } from './enrollee.tsx';

const needs: Readonly<Record<CoverVerb, readonly Permission[]>> = {
  suspend: ['enrollee.suspend'],
  reinstate: ['enrollee.suspend', 'enrollee.terminate'],
  terminate: ['enrollee.terminate'],
};

interface Said {
  entry: CoverEntry;
  errors: FormErrors;
}

async function formAt(c: Context<AppEnv>, person: Enrollee, said?: Said): Promise<Response> {
  const desk = await openDesk(c);
  const { to, zone, now, may } = desk;
  const today = dateIn(zone, now);
  const back = to.enrollee(person.memberId);
  const name = `${person.firstName} ${person.lastName}`;
  const content = (
    <CoverFormPage
      action={to.enrolleeCover(person.memberId)}
      back={back}
      crumbs={[
        { label: 'Enrollees', href: to.enrollees() },
        { label: name, href: back },
      ]}
      whose={name}
      consequence={
        person.relation === 'principal'
          ? 'The dependants follow: while a principal is not covered, nobody of the family is. Their own records stay as they are.'
          : 'From the day on, eligibility answers that this person is not covered, and since when.'
      }
      allowed={coverChanges.filter((change) => needs[change].some(may))}
      entry={said?.entry ?? { change: '', from: today, reason: '' }}
      errors={said?.errors ?? {}}
      commandId={freshId()}
      earliest={addDays(today, -backDatedDaysMax)}
    />
  );
  const title = `Change cover of ${name}`;
  return render(c, staffView(c, desk, { title, nav: 'enrollees' }, content), said && 422);
}

/** `GET …/enrollees/<member id>/cover`. */
export async function showEnrolleeCover(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  return found === null ? answer(c, nobody) : formAt(c, found.person);
}

/** `POST …/enrollees/<member id>/cover`: suspends, reinstates or ends it. */
export async function changeEnrolleeCover(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  if (found === null) return answer(c, nobody);
  const { person } = found;
  const form = await readForm(c);
  const entry = { change: form.get('change'), from: form.get('from'), reason: form.get('reason') };
  const parsed = setEnrolleeCoverForm.safeParse({ memberId: person.memberId, ...entry });
  if (!parsed.success) return formAt(c, person, { entry, errors: formErrors(parsed.error) });
  const sent = command(c, form.commandId, { type: 'SetEnrolleeCover' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return formAt(c, person, { entry, errors: refusalErrors(answered) });
  }
  const address = paths.staff(c.var.organisation.slug ?? '').enrollee(person.memberId, { saved: 1 });
  return arriveAt(c, address, () => enrolleeAt(c, person.memberId, 'Saved.'));
}
