import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { investigationStates } from '../../../../schema/domain/investigations/investigation.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { openInvestigationForm } from '../../../../schema/forms/investigations.ts';
import { InvestigationsPage } from '../../../../views/hmo/risk/investigations-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer } from '../../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { investigationsPage } from '../../../queries/investigations-page.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { showInvestigationNumbered } from './investigation.tsx';
import { claimErrors, readClaims, readLookedInto } from './read-claims.ts';

const pageRows = 50;

interface Entered {
  title: string;
  claims: string;
  events: readonly string[];
  errors: FormErrors;
}

async function investigationsAt(c: Context<AppEnv>, entered: Entered, status?: 422): Promise<Response> {
  const { state: asked, after = '' } = c.req.query();
  const state = investigationStates.find((each) => each === asked) ?? 'OPEN';
  const desk = await openDesk(c);
  const before = /^\d{1,12}$/.test(after) ? Number(after) : null;
  const { rows, next } = await investigationsPage(desk.db, { state, before }, pageRows);
  const content = (
    <InvestigationsPage
      slug={desk.slug}
      zone={desk.zone}
      {...{ state, after }}
      rows={rows.map(({ claims, events, holds, history, ...row }) => ({
        ...row,
        openedByName: history[0]?.by ?? '',
        claims: claims.length,
        events: events.length,
        holds: holds.filter(({ liftedAt }) => liftedAt === null).map(({ name }) => name),
      }))}
      next={next === null ? null : String(next)}
      opening={desk.may('investigation.manage') ? { commandId: freshId(), ...entered } : null}
    />
  );
  const page = { title: 'Investigations', nav: 'investigations', seq: desk.counts.seq };
  return render(c, staffView(c, desk, page, content), status);
}

/** `GET /<tenant>/investigations`: by state; `claim` begins the form with a claim. */
export const showInvestigations = (c: Context<AppEnv>): Promise<Response> =>
  investigationsAt(c, {
    title: '',
    claims: (c.req.query('claim') ?? '').slice(0, 30),
    events: [],
    errors: {},
  });

const eventsOf = (form: SentForm) =>
  form.all('event').map((text) => {
    const [number = '', n = ''] = text.split(' ');
    return { number, n: Number(n) || 0 };
  });

/** `POST /<tenant>/investigations`: of the chosen risk events, or of claims by number; then the investigation's page. */
export async function openInvestigation(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const title = form.get('title');
  const events = eventsOf(form);
  const claims = form.get('claims');
  const refused = (errors: FormErrors) =>
    investigationsAt(c, { title, claims, events: form.all('event'), errors: claimErrors(errors) }, 422);
  const named = readLookedInto(claims);
  const parsed = openInvestigationForm.safeParse({ title, events, ...named });
  const nothing =
    events.length + readClaims(claims).length === 0
      ? { claims: 'Choose a risk event, or name a claim or a request.' }
      : {};
  if (!parsed.success) return refused({ ...formErrors(parsed.error), ...nothing });
  if ('claims' in nothing) return refused(nothing);
  const sent = command(c, form.commandId, { type: 'OpenInvestigation' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered))
    return answered.code === 'invalid' ? refused(refusalErrors(answered)) : answer(c, answered);
  const { number } = answered.outcome;
  const address = paths.staff(c.var.organisation.slug ?? '').investigation(number);
  return arriveAt(c, address, () => showInvestigationNumbered(c, number));
}
