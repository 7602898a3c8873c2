import type { Context } from 'hono';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { answerQueryForm } from '../../../schema/forms/decide-claim.ts';
import { paths } from '../../../views/paths.ts';
import { FacilityClaimPage } from '../../../views/provider/claim-page.tsx';
import { facilityRowKey } from '../../../views/provider/claim-rows.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { answer, statusOf } from '../../answer.ts';
import { facilityFilesCard } from '../../attachments/files-card.tsx';
import { freshId, readForm } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import { arriveAt, render } from '../../render.tsx';
import { backAddress } from '../back-address.ts';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { withDiagnosisNames } from '../with-diagnosis-names.ts';
import { askTenant } from './ask-facility.ts';
import { openDesk } from './desk.ts';
import { facilityView } from './facility-view.tsx';

type Said = { text?: string; errors?: FormErrors; refusal?: string };
type Status = Parameters<typeof render>[2];

const nothing = refuse('not_found', 'There is no such claim of this facility.');

/** Answers with the claim's page; a claim of another facility does not exist here. */
async function claimPage(c: Context<AppEnv>, said: Said = {}, status?: Status): Promise<Response> {
  const desk = await openDesk(c);
  const tenant = desk.tenants.find(({ id }) => id === c.req.param('tenant'));
  if (tenant === undefined) return answer(c, nothing);
  const db = tenantDatabase(c.env, tenant.id);
  const number = c.req.param('number') ?? '';
  const [found, reasons, settings] = await Promise.all([
    claimByNumber(db, number, c.var.organisation.id),
    tenantReasonCodes(db),
    tenantSettings(db),
  ]);
  if (found === null) return answer(c, nothing);
  const claim = await withDiagnosisNames(c.env, found);
  const answers = claim.state === 'QUERIED' && desk.may('facility.claim.answer');
  const form = { commandId: freshId(), text: said.text ?? '', errors: said.errors ?? {} };
  const content = (
    <FacilityClaimPage
      {...{ tenant, claim }}
      reasonNames={Object.fromEntries(reasons.map((reason) => [reason.code, reason.name]))}
      answer={answers ? form : null}
      back={backAddress(c, paths.provider.claims())}
      files={facilityFilesCard(c, {
        ...{ claim, settings, zone: tenant.zone, tenantId: tenant.id },
        may: { look: true, add: desk.may('facility.claim.answer') },
      })}
      {...(said.refusal === undefined ? {} : { refusal: said.refusal })}
    />
  );
  const see = [`claim:${facilityRowKey({ tenantId: tenant.id, number })}`];
  return render(
    c,
    facilityView(c, desk, { title: number, nav: 'claims', see, seq: desk.seq }, content),
    status,
  );
}

/** `GET /provider/claims/<tenant>/<number>`. */
export const showClaim = (c: Context<AppEnv>): Promise<Response> => claimPage(c);

/** `POST …/answers`: the facility's answer to a query. */
export async function answerQuery(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const { tenant = '', number = '' } = c.req.param();
  const text = form.get('answer');
  const parsed = answerQueryForm.safeParse({ number, answer: text });
  if (!parsed.success) return claimPage(c, { text, errors: formErrors(parsed.error) }, 422);
  const answered = await askTenant(c, tenant, form.commandId, { type: 'AnswerQuery', input: parsed.data });
  if (isRefusal(answered)) {
    const said =
      answered.code === 'invalid' ? { errors: refusalErrors(answered) } : { refusal: answered.message };
    return answered.code === 'not_found'
      ? answer(c, nothing)
      : claimPage(c, { text, ...said }, statusOf(answered));
  }
  return arriveAt(c, paths.provider.claim(tenant, number), () => claimPage(c));
}
