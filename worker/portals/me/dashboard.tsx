import type { Context } from 'hono';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { MyDashboardPage } from '../../../views/enrollee/dashboard-page.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import type { MyDesk } from './desk.ts';
import { myCover } from './my-cover.ts';
import { myView } from './my-view.tsx';

/** `GET /me`: what is on, what is left, what happened last. */
export async function showDashboard(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const cover = await myCover(c, desk, desk.person);
  if (isRefusal(cover)) return answer(c, cover);
  const content = <MyDashboardPage firstName={desk.person.firstName} cover={cover} />;
  return render(c, myView(c, desk, { title: 'Home', nav: 'dashboard' }, content));
}
