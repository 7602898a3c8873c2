import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { ClaimRulesPage, type ClaimRulesPageProps } from '../../../views/hmo/claim-rules-page.tsx';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { arriveAt, render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { entryOfRules, readRules, readRulesEntry } from './read-claim-rules.ts';
import { staffView } from './staff-view.tsx';

type Said = Partial<Pick<ClaimRulesPageProps, 'entry' | 'errors' | 'saved'>>;

async function rulesPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, settings } = desk;
  const { currency } = settings;
  const props = {
    slug,
    currency,
    entry: entryOfRules(settings, currency),
    errors: {},
    inForce: settings.straightThrough,
    commandId: desk.may('settings.update') ? freshId() : null,
    saved: false,
    ...said,
  };
  const page = { title: 'Claim rules', nav: 'claim-rules' };
  return render(c, staffView(c, desk, page, <ClaimRulesPage {...props} />), status);
}

/** `GET /<tenant>/settings/claims`. */
export const showClaimRules = (c: Context<AppEnv>): Promise<Response> =>
  rulesPage(c, { saved: c.req.query('saved') !== undefined });

/** `POST /<tenant>/settings/claims`: the rules hold from the next claim on. */
export async function putClaimRules(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const entry = readRulesEntry(form);
  const read = readRules(entry);
  if ('errors' in read) return rulesPage(c, { entry, errors: read.errors }, 422);
  const sent = command(c, form.commandId, { type: 'PutClaimRules' as const, input: read.input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  const { to } = await openDesk(c);
  return arriveAt(c, to.claimRules({ saved: 1 }), () => rulesPage(c, { saved: true }));
}
