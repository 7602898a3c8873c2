import type { Context } from 'hono';
import { dateIn, isCalendarDate } from '../../../../schema/domain/dates.ts';
import type { DraftBody } from '../../../../schema/forms/draft.ts';
import type { SubmitClaim } from '../../../../schema/forms/submit-claim.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import type { AppEnv } from '../../../env.ts';
import { referenceDatabase } from '../../../queries/database.ts';
import { diagnosesByCode } from '../../../queries/diagnoses-by-code.ts';
import { enrolleeWhoAgrees } from '../../../queries/enrollee-who-agrees.ts';
import { facilityMeant } from '../../../queries/facility-meant.ts';
import { pricesOn } from '../../../queries/prices-on.ts';
import { servicesByCode } from '../../../queries/services-by-code.ts';
import { claimOfDraft } from '../../provider/draft-claim.ts';
import type { StaffDesk } from '../desk.ts';

const filled = (codes: readonly string[]) => [...new Set(codes.map((code) => code.trim()).filter(Boolean))];

/** The day of service, as far as it was typed; today otherwise. */
export function dayOf({ startedAt }: DraftBody, { zone, now }: StaffDesk): string {
  const [typed = ''] = startedAt.split('T');
  return isCalendarDate(typed) ? typed : dateIn(zone, now);
}

/** What an entry names, and what that turns out to be. */
export async function knownOf(c: Context<AppEnv>, desk: StaffDesk, body: DraftBody) {
  const { db } = desk;
  const codes = filled(body.lines.map(({ service }) => service));
  const named = body.tenantId.trim() === '' ? null : facilityMeant(db, body.tenantId.trim());
  const [facility, diagnoses, services, enrolleeName] = await Promise.all([
    named,
    diagnosesByCode(referenceDatabase(c.env), filled(body.diagnoses.map(({ code }) => code))),
    servicesByCode(db, codes),
    body.memberId === '' || body.birthDate === ''
      ? null
      : enrolleeWhoAgrees(db, body.memberId, body.birthDate),
  ]);
  const prices = await pricesOn(db, facility?.id ?? '', codes, dayOf(body, desk));
  const names = Object.fromEntries(services.map(({ code, name }) => [code, name]));
  const byCode = Object.fromEntries(services.map((service) => [service.code, service]));
  return {
    facility,
    diagnoses,
    services: byCode,
    enrolleeName,
    prices,
    meanings: { ...diagnoses, ...names },
  };
}

/** See `knownOf`. */
export type Known = Awaited<ReturnType<typeof knownOf>>;

/** An entry as the claim that it asks to be, or everything that is missing or wrong in it. */
export function claimOfEntry(
  desk: StaffDesk,
  body: DraftBody,
  known: Known,
): { claim: SubmitClaim; errors?: undefined } | { claim?: undefined; errors: FormErrors } {
  const { zone, settings, slug } = desk;
  const tenant = { id: slug, name: settings.name, currency: settings.currency, zone };
  const { diagnoses, services, enrolleeName } = known;
  const read = claimOfDraft('entry', body, {
    tenant,
    enrolleeAgrees: enrolleeName !== null,
    diagnoses,
    services,
  });
  const wrong: FormErrors = known.facility === null ? { tenantId: 'Choose the facility.' } : {};
  if (read.errors !== undefined || known.facility === null) return { errors: { ...wrong, ...read.errors } };
  const { draftId: _, ...claim } = read.claim;
  return { claim: { ...claim, facilityId: known.facility.id } };
}
