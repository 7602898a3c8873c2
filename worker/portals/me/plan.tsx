import type { Context } from 'hono';
import { planOn } from '../../../schema/domain/cover/plan-on.ts';
import { versionOn } from '../../../schema/domain/plans/version-on.ts';
import { MyPlanPage } from '../../../views/enrollee/plan-page.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { planByCode } from '../../queries/plan-by-code.ts';
import { allServiceGroups } from '../../queries/service-groups.ts';
import { render } from '../../render.tsx';
import { serviceNames, servicesIn } from '../service-names.ts';
import { type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';
import { personOf } from './whose.ts';

/** `GET /me/plan?of=`: what the plan of one of them says, benefit by benefit. */
export async function showPlan(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const person = personOf(c, desk);
  if (!person) return answer(c, nothing);
  const { db, today, client, currency } = desk;
  const principal = person.id === desk.person.id ? desk.principal : desk.person;
  const code = planOn({ person, principal, client }, today);
  const [found, groups] = await Promise.all([
    code === null ? null : planByCode(db, code),
    allServiceGroups(db),
  ]);
  const rules = found ? (versionOn(found.versions, today)?.rules ?? null) : null;
  const services = rules ? await serviceNames(db, servicesIn(rules)) : {};
  const name = found?.plan.name ?? 'No plan';
  const names = { currency, groups, services };
  const content = <MyPlanPage {...{ name, rules, names }} memberId={person.memberId} />;
  return render(c, myView(c, desk, { title: name, nav: 'coverage' }, content));
}
