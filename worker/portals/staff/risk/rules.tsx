import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { defaultRisk } from '../../../../schema/domain/risk/settings.ts';
import { RiskRulesPage, type RulesPageProps } from '../../../../views/hmo/risk/rules-page.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { ruleCounts } from '../../../queries/risk-counts.ts';
import { allServiceGroups } from '../../../queries/service-groups.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { arriveAt, render } from '../../../render.tsx';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { entryOfRules, readRules, readRulesEntry } from './read-rules.ts';

type Said = Partial<Pick<RulesPageProps, 'entry' | 'errors' | 'saved'>>;

async function rulesPage(c: Context<AppEnv>, said: Said = {}, status?: 422): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, settings, db } = desk;
  const [counts, groups] = await Promise.all([ruleCounts(db), allServiceGroups(db)]);
  const props = {
    slug,
    counts,
    groups,
    entry: entryOfRules(settings.risk),
    errors: {},
    commandId: desk.may('risk.rule_update') ? freshId() : null,
    saved: false,
    ...said,
  };
  const page = { title: 'Risk rules', nav: 'risk' };
  return render(c, staffView(c, desk, page, <RiskRulesPage {...props} />), status);
}

/** `GET /<tenant>/risk/rules`. */
export const showRiskRules = (c: Context<AppEnv>): Promise<Response> =>
  rulesPage(c, { saved: c.req.query('saved') !== undefined });

/** `POST /<tenant>/risk/rules`: they look at what comes in, or is answered, from then on. */
export async function putRiskRules(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const settings = await tenantSettings(tenantDatabase(c.env, c.var.organisation.id));
  const entry = readRulesEntry(form, settings?.risk ?? defaultRisk);
  const read = readRules(entry);
  if ('errors' in read) return rulesPage(c, { entry, errors: read.errors }, 422);
  const sent = command(c, form.commandId, { type: 'PutRiskRules' as const, input: read.input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  const { to } = await openDesk(c);
  return arriveAt(c, to.riskRules({ saved: 1 }), () => rulesPage(c, { saved: true }));
}
