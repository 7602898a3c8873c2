import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { ceilingInWords } from '../../../schema/domain/claims/second-person.ts';
import { type ApprovalLimits, type Ceiling, isAbove } from '../../../schema/domain/limits/approval-limits.ts';
import { formatMoney, parseMoney } from '../../../schema/domain/money.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { putApprovalLimitsForm } from '../../../schema/forms/approval-limits.ts';
import {
  ApprovalLimitsPage,
  type LimitEntry,
  type LimitedKind,
  limitField,
  unlimitedField,
} from '../../../views/hmo/approval-limits-page.tsx';
import type { Deed } from '../../../views/hmo/members/deeds-card.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { type LimitedRole, roleLimits } from '../../queries/approval-limits.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { type DeedEntry, deedsOf } from '../../queries/deeds.ts';
import { arriveAt, render } from '../../render.tsx';
import { openDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

const shownDeeds = 20;

const kinds: readonly LimitedKind[] = ['claim', 'authorization'];
const permissionFor = { claim: 'claim.approve', authorization: 'authorization.decide' } as const;

const mayDecide = ({ permissions }: LimitedRole, kind: LimitedKind): boolean =>
  permissions.includes(permissionFor[kind]);
const approves = (role: LimitedRole): boolean => mayDecide(role, 'claim');
const isLimited = (role: LimitedRole): boolean => kinds.some((kind) => mayDecide(role, kind));

function entryOf({ limits }: LimitedRole, kind: LimitedKind, currency: string): LimitEntry {
  const most = limits[kind];
  if (most === 'unlimited') return { amount: '', unlimited: true };
  return { amount: most === undefined ? '' : formatMoney(most, currency), unlimited: false };
}

const readEntry = (form: SentForm, key: string, kind: LimitedKind): LimitEntry => ({
  amount: form.get(limitField(key, kind)).trim(),
  unlimited: form.get(unlimitedField(key, kind)) !== '',
});

/** What an entry means for its kind; null where the amount is none. */
function limitsOf({ amount, unlimited }: LimitEntry, kind: LimitedKind): ApprovalLimits | null {
  if (unlimited) return { [kind]: 'unlimited' };
  if (amount === '') return {};
  const most = parseMoney(amount);
  const limits = { [kind]: most ?? -1 };
  return putApprovalLimitsForm.shape.roles.element.shape.limits.safeParse(limits).success ? limits : null;
}

/** Both entries of a role: as typed where they were sent, else as they are; null where it may not decide such. */
function entriesOf(role: LimitedRole, form: SentForm | undefined, currency: string) {
  const of = (kind: LimitedKind): LimitEntry | null => {
    if (!mayDecide(role, kind)) return null;
    const isSent = form?.names.includes(limitField(role.key, kind));
    return form && isSent ? readEntry(form, role.key, kind) : entryOf(role, kind, currency);
  };
  return { claim: of('claim'), authorization: of('authorization') };
}

/** The highest limit that somebody has who may approve claims. */
function highestOf(roles: readonly LimitedRole[]): Ceiling | undefined {
  const held = roles.filter((role) => approves(role) && role.people > 0).map(({ limits }) => limits.claim);
  return held.reduce<Ceiling | undefined>((most, each) => {
    if (each === undefined || most === 'unlimited') return most;
    return each === 'unlimited' || isAbove(each, most) ? each : most;
  }, undefined);
}

interface Change {
  role: string;
  before: ApprovalLimits;
  after: ApprovalLimits;
}

function deedsInWords(
  entries: readonly DeedEntry[],
  roles: readonly LimitedRole[],
  currency: string,
): Deed[] {
  const nameOf = (key: string) => roles.find((role) => role.key === key)?.name ?? key;
  return entries.flatMap(({ at, by, data }) => {
    const changes = (Array.isArray(data.changes) ? data.changes : []) as Change[];
    const words = changes.map(({ role, before, after }) => {
      const moved = kinds.filter((kind) => before[kind] !== after[kind]);
      const steps = moved.map((kind) => {
        const [was, is] = [before, after].map((limits) => ceilingInWords(limits[kind], currency));
        return `${kind === 'claim' ? '' : 'authorizations '}${was} → ${is}`;
      });
      return `${nameOf(role)}: ${steps.join(', ')}`;
    });
    return words.length === 0 ? [] : [{ at, by, what: `${words.join('; ')}, ` }];
  });
}

interface Said {
  form?: SentForm;
  errors?: FormErrors;
  saved?: boolean;
}

async function limitsPage(
  c: Context<AppEnv>,
  { form, errors = {}, saved = false }: Said = {},
  status?: 422,
): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, zone, db, settings } = desk;
  const { currency } = settings;
  const [roles, entries] = await Promise.all([
    roleLimits(db),
    deedsOf(db, ['approval-limits'], ['PutApprovalLimits'], shownDeeds),
  ]);
  const props = {
    ...{ slug, zone, currency, errors, saved },
    rows: roles.filter(isLimited).map((role) => ({ ...role, entries: entriesOf(role, form, currency) })),
    others: roles.filter((role) => !approves(role)).map(({ name }) => name),
    highest: highestOf(roles),
    commandId: desk.may('limit.update') ? freshId() : null,
    deeds: deedsInWords(entries, roles, currency),
  };
  const page = { title: 'Approval limits', nav: 'approval-limits' };
  return render(c, staffView(c, desk, page, <ApprovalLimitsPage {...props} />), status);
}

/** `GET /<tenant>/settings/approval-limits`. */
export const showApprovalLimits = (c: Context<AppEnv>): Promise<Response> =>
  limitsPage(c, { saved: c.req.query('saved') !== undefined });

/** `POST /<tenant>/settings/approval-limits`: they hold from the next decision on. */
export async function putApprovalLimits(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const errors: Record<string, string> = {};
  const roles = (await roleLimits(db)).flatMap((role) => {
    const { key } = role;
    const sent = kinds.filter((kind) => mayDecide(role, kind) && form.names.includes(limitField(key, kind)));
    if (sent.length === 0) return [];
    // What the page does not send of a role stays as it is.
    const { claim, authorization, ...others } = role.limits;
    const kept = { claim, authorization };
    for (const kind of sent) delete kept[kind];
    const limits = sent.map((kind) => {
      const read = limitsOf(readEntry(form, key, kind), kind);
      if (read === null)
        errors[limitField(key, kind)] = 'Enter an amount, for example 500,000.00, or leave it empty.';
      return read ?? {};
    });
    const given = Object.entries(kept).filter(([, most]) => most !== undefined);
    return [{ role: key, limits: Object.assign({}, others, Object.fromEntries(given), ...limits) }];
  });
  if (Object.keys(errors).length > 0) return limitsPage(c, { form, errors }, 422);
  if (roles.length === 0) return limitsPage(c, { form, errors: { '': 'Name at least one role.' } }, 422);
  const input = { roles };
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'PutApprovalLimits' as const, input }),
  );
  if (isRefusal(answered)) return answer(c, answered);
  const { to } = await openDesk(c);
  return arriveAt(c, to.approvalLimits({ saved: 1 }), () => limitsPage(c, { saved: true }));
}
