import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { moveDate, planStanding } from '../../../../schema/domain/members/plan-move.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { movePlanForm } from '../../../../schema/forms/members.ts';
import { PlanMovePage, type PlanMoveProps } from '../../../../views/hmo/members/plan-move-page.tsx';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import type { Person } from '../../../queries/person.ts';
import { planChoices, planNames } from '../../../queries/plan-choices.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { enrolleeAt, nobody, personAt } from './enrollee.tsx';

type Said = Pick<PlanMoveProps, 'entry' | 'errors'>;

async function formAt(c: Context<AppEnv>, { person, client }: Person, said?: Said): Promise<Response> {
  const desk = await openDesk(c);
  const today = dateIn(desk.zone, desk.now);
  const { now, next } = planStanding(person.plans, today);
  const codes = [now, next].flatMap((step) => step?.plan ?? []);
  const [plans, names] = await Promise.all([planChoices(desk.db, today), planNames(desk.db, codes)]);
  const offered = client.offers.map(({ plan }) => plan);
  const named = (code: string) => ({ code, name: names[code] ?? code });
  const content = (
    <PlanMovePage
      slug={desk.slug}
      memberId={person.memberId}
      name={`${person.firstName} ${person.lastName}`}
      isPrincipal={person.relation === 'principal'}
      now={now && named(now.plan)}
      next={next && { ...named(next.plan), from: next.from }}
      from={moveDate(person.plans, today)}
      plans={offered.length === 0 ? plans : plans.filter(({ code }) => offered.includes(code))}
      entry={said?.entry ?? { plan: '', withFamily: true }}
      errors={said?.errors ?? {}}
      commandId={freshId()}
      takeBackId={freshId()}
    />
  );
  return render(
    c,
    staffView(c, desk, { title: 'Move to another plan', nav: 'enrollees' }, content),
    said && 422,
  );
}

/** `GET …/enrollees/<member id>/plan`. */
export async function showPlanMove(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  return found === null ? answer(c, nobody) : formAt(c, found);
}

/** `POST …/enrollees/<member id>/plan`: from the next month on; to the present plan takes a move back. */
export async function moveToPlan(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  if (found === null) return answer(c, nobody);
  const { memberId } = found.person;
  const form = await readForm(c);
  const entry = { plan: form.get('plan'), withFamily: form.get('withFamily') === '1' };
  const plan = entry.plan === '' ? undefined : entry.plan;
  const parsed = movePlanForm.safeParse({ memberId, plan, withFamily: entry.withFamily });
  if (!parsed.success) return formAt(c, found, { entry, errors: formErrors(parsed.error) });
  const sent = command(c, form.commandId, { type: 'MovePlan' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) {
    if (answered.code !== 'invalid') return answer(c, answered);
    return formAt(c, found, { entry, errors: refusalErrors(answered) });
  }
  const address = paths.staff(c.var.organisation.slug ?? '').enrollee(memberId, { saved: 1 });
  return arriveAt(c, address, () => enrolleeAt(c, memberId, 'Saved.'));
}
