import type { Context } from 'hono';
import { addDays } from '../../../../schema/domain/dates.ts';
import { DraftPage } from '../../../../views/hmo/plans/draft-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { freshId } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { render } from '../../../render.tsx';
import { staffView } from '../staff-view.tsx';
import { type DraftDesk, noDraft, openDraft, problemsOf } from './open-plan.ts';
import { problemOf } from './problem-of.ts';

/** What a form of the draft's page was answered. */
interface Said {
  stale?: string;
  from?: string;
  errors?: FormErrors;
}

/** The earliest day the next version may begin: today, or the day after the last one. */
function earliest({ versions, today }: DraftDesk): string {
  const last = versions.at(-1);
  return last !== undefined && last.from >= today ? addDays(last.from, 1) : today;
}

async function propsOf(open: DraftDesk, said: Said) {
  const { desk, plan, names, draft, versions } = open;
  const { rules, revision, savedAt, savedBy, basedOn } = draft;
  const problems = (await problemsOf(open, rules)).map((error) => problemOf(rules, error));
  return {
    slug: desk.slug,
    zone: desk.zone,
    plan,
    names,
    rules,
    revision,
    savedAt,
    savedBy,
    basedOn,
    problems,
    publish: {
      commandId: freshId(),
      from: said.from ?? earliest(open),
      errors: said.errors ?? {},
      last: versions.at(-1) ?? null,
    },
    mayEdit: desk.may('plan.update'),
    mayPublish: desk.may('plan.publish'),
    moves: Object.fromEntries(rules.benefits.map(({ code }) => [code, freshId()])),
    discardId: freshId(),
    stale: said.stale,
  };
}

/** Answers with the draft's page. */
export async function draftPage(
  c: Context<AppEnv>,
  said: Said = {},
  status: 200 | 409 | 422 = 200,
  code?: string,
): Promise<Response> {
  const open = await openDraft(c, code);
  if (open === null) return answer(c, noDraft);
  const props = await propsOf(open, said);
  const title = `Draft of ${open.plan.name}`;
  return render(c, staffView(c, open.desk, { title, nav: 'plans' }, <DraftPage {...props} />), status);
}
