import type { Context } from 'hono';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { MyDashboardPage } from '../../../views/enrollee/dashboard-page.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { authorizationsOfPeople } from '../../queries/authorizations-of-people.ts';
import { latestClaims } from '../../queries/claims-of-people.ts';
import { render } from '../../render.tsx';
import type { MyDesk } from './desk.ts';
import { myCover } from './my-cover.ts';
import { myView } from './my-view.tsx';

const latest_rows = 4;
const latest_requests = 2;

/** `GET /me`: what is on, what is left, what happened last. */
export async function showDashboard(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const { person, seen, db } = desk;
  const ids = seen.map(({ id }) => id);
  const [cover, claims, requests] = await Promise.all([
    myCover(c, desk, person),
    latestClaims(db, ids, latest_rows),
    authorizationsOfPeople(db, ids, { before: null, limit: latest_requests }),
  ]);
  if (isRefusal(cover)) return answer(c, cover);
  const others = seen.filter(({ id }) => id !== person.id);
  const whose = Object.fromEntries(others.map(({ memberId, firstName }) => [memberId, firstName]));
  const content = <MyDashboardPage firstName={person.firstName} {...{ cover, claims, requests, whose }} />;
  const page = { title: 'Home', nav: 'dashboard', see: ['coverage', 'claims', 'authorizations'] };
  return render(c, myView(c, desk, page, content));
}
