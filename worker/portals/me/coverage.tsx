import type { Context } from 'hono';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { CoveragePage } from '../../../views/enrollee/coverage-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import { type MyDesk, nothing } from './desk.ts';
import { myCover } from './my-cover.ts';
import { myView } from './my-view.tsx';
import { choicesOf, personOf } from './whose.ts';

/** `GET /me/coverage?of=`: every benefit of one of them, as adjudication would apply it now. */
export async function showCoverage(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const person = personOf(c, desk);
  if (!person) return answer(c, nothing);
  const shown = await myCover(c, desk, person);
  if (isRefusal(shown)) return answer(c, shown);
  const people = choicesOf(desk, (of) => paths.me.coverage({ of }));
  const content = <CoveragePage {...{ people, shown }} memberId={person.memberId} />;
  const page = { title: 'Coverage', nav: 'coverage', see: ['coverage', 'claims'] };
  return render(c, myView(c, desk, page, content));
}
