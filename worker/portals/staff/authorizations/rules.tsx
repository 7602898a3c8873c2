import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import type { PutAuthorizationRules } from '../../../../schema/forms/authorization-rules.ts';
import {
  AuthorizationRulePage,
  type RuleEntry,
  type ShownTrial,
} from '../../../../views/hmo/authorizations/rule-page.tsx';
import { AuthorizationRulesPage } from '../../../../views/hmo/authorizations/rules-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer, statusOf } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { tryAuthorizationRule } from '../../../queries/try-authorization-rule.ts';
import { arriveAt, render } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { byRuleFields, entryOfRule, readRule, readRuleEntry } from './read-rule.ts';

type Status = Parameters<typeof render>[2];
type Rule = PutAuthorizationRules['rules'][number];

/** `GET /<tenant>/authorizations/rules`. */
export async function showRules(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, zone, settings, may } = desk;
  const content = (
    <AuthorizationRulesPage
      {...{ slug, zone }}
      currency={settings.currency}
      rules={settings.autoRules}
      edits={may('authorization.rule_update')}
      saved={c.req.query('saved') !== undefined}
    />
  );
  return render(c, staffView(c, desk, { title: 'Auto-approval rules', nav: 'authorizations' }, content));
}

const noRule = refuse('not_found', 'There is no such rule: the rules have changed meanwhile.');

/** The place that an address names among the rules: one beyond them for a new one; null: there is none. */
function placeOf(c: Context<AppEnv>, { settings }: StaffDesk): number | null {
  const said = c.req.param('rule') ?? '';
  if (said === 'new') return settings.autoRules.length;
  const place = /^\d{1,3}$/.test(said) ? Number(said) - 1 : -1;
  return settings.autoRules[place] === undefined ? null : place;
}

interface Said {
  entry?: RuleEntry;
  errors?: FormErrors;
  trial?: ShownTrial;
}

function rulePage(c: Context<AppEnv>, desk: StaffDesk, place: number, said: Said = {}, status?: Status) {
  const { slug, zone, settings, may } = desk;
  const { currency, autoRules } = settings;
  const content = (
    <AuthorizationRulePage
      {...{ slug, zone, currency }}
      place={place === autoRules.length ? 'new' : String(place + 1)}
      commandId={freshId()}
      entry={said.entry ?? entryOfRule(autoRules[place] ?? null, currency)}
      errors={said.errors ?? {}}
      trial={said.trial ?? null}
      edits={may('authorization.rule_update')}
    />
  );
  return render(
    c,
    staffView(c, desk, { title: 'Auto-approval rule', nav: 'authorizations' }, content),
    status,
  );
}

/** `GET /<tenant>/authorizations/rules/<rule>`. */
export async function showRule(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const place = placeOf(c, desk);
  return place === null ? answer(c, noRule) : rulePage(c, desk, place);
}

/** Tries a rule on what was decided lately and keeps what came of it, so that it can be switched on. */
async function tried(
  c: Context<AppEnv>,
  desk: StaffDesk,
  id: string,
  { name: _, on: __, ...conditions }: Rule,
) {
  const found = await tryAuthorizationRule(desk.db, conditions, desk.now);
  const { conditions: fingerprint, requests, would, rejected } = found;
  const input = { conditions: fingerprint, requests, would, rejected };
  const kept = await executeOn(tenantActor(c), command(c, id, { type: 'RecordRuleTrial' as const, input }));
  return isRefusal(kept) ? kept : found;
}

/** `POST /<tenant>/authorizations/rules/<rule>`: tries it, saves it or takes it away. */
export async function putRule(c: Context<AppEnv>): Promise<Response> {
  const [desk, form] = await Promise.all([openDesk(c), readForm(c)]);
  const place = placeOf(c, desk);
  if (place === null) return answer(c, noRule);
  const entry = readRuleEntry(form);
  const go = form.get('go');
  const others = desk.settings.autoRules.map(({ tried: _, ...rule }) => rule as Rule);
  if (go === 'remove') return save(c, desk, form.commandId, others.toSpliced(place, 1), place, entry);
  const { rule, errors } = readRule(go === 'try' ? { ...entry, name: entry.name || 'Unnamed' } : entry);
  if (rule === undefined) return rulePage(c, desk, place, { entry, errors: errors ?? {} }, 422);
  if (go !== 'try') return save(c, desk, form.commandId, others.toSpliced(place, 1, rule), place, entry);
  const trial = await tried(c, desk, form.commandId, rule);
  if (isRefusal(trial))
    return rulePage(c, desk, place, { entry, errors: refusalErrors(trial) }, statusOf(trial));
  return rulePage(c, desk, place, { entry, trial });
}

async function save(
  c: Context<AppEnv>,
  desk: StaffDesk,
  id: string,
  rules: Rule[],
  place: number,
  entry: RuleEntry,
): Promise<Response> {
  const what = { type: 'PutAuthorizationRules' as const, input: { rules } };
  const answered = await executeOn(tenantActor(c), command(c, id, what));
  if (!isRefusal(answered)) return arriveAt(c, desk.to.authorizationRules({ saved: 1 }), () => showRules(c));
  const errors = byRuleFields(refusalErrors(answered), place);
  return rulePage(c, desk, place, { entry, errors }, statusOf(answered));
}
