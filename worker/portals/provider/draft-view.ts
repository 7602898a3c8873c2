import type { Context } from 'hono';
import { type CalendarDate, dateIn, isCalendarDate } from '../../../schema/domain/dates.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import { paths } from '../../../views/paths.ts';
import type { DraftView } from '../../../views/provider/draft-view.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { beginGuess, wasRight } from '../../middleware/identity-guesses.ts';
import { referenceDatabase, tenantDatabase } from '../../queries/database.ts';
import { diagnosesByCode } from '../../queries/diagnoses-by-code.ts';
import type { draftById } from '../../queries/draft-by-id.ts';
import { enrolleeWhoAgrees } from '../../queries/enrollee-who-agrees.ts';
import { pricesOn } from '../../queries/prices-on.ts';
import { servicesByCode } from '../../queries/services-by-code.ts';
import type { FacilityDesk } from './desk.ts';
import type { DraftKnown } from './draft-claim.ts';

/** A draft's row. */
export type Draft = NonNullable<Awaited<ReturnType<typeof draftById>>>;

/** A draft with what its codes and its enrollee turn out to be. */
export interface OpenDraft {
  known: DraftKnown;
  /** null: nobody, or not both member id and birth date are there */
  enrolleeName: string | null;
  view: DraftView;
}

/** The day of service, as far as it was typed; today otherwise. */
export function dayOf({ startedAt }: Pick<DraftBody, 'startedAt'>, zone: string): CalendarDate {
  const [typed = ''] = startedAt.split('T');
  return isCalendarDate(typed) ? typed : dateIn(zone, Date.now());
}

const filled = (codes: readonly string[]) => [...new Set(codes.filter((code) => code !== ''))];

/** The name of the enrollee whom the draft means; null: both do not agree, or were tried too often. */
async function enrolleeMeant(
  c: Context<AppEnv>,
  tenantId: string,
  { memberId, birthDate }: DraftBody,
): Promise<string | null> {
  if (memberId === '' || birthDate === '') return null;
  const guess = { facilityId: c.var.organisation.id, tenantId, member: memberId };
  if (beginGuess(guess) > 0) return null;
  const name = await enrolleeWhoAgrees(tenantDatabase(c.env, tenantId), memberId, birthDate);
  if (name !== null) wasRight(guess);
  return name;
}

/** Where the facility's people search a tenant's services, and diagnoses. */
export const searchOf = (tenant: string | undefined): DraftView['search'] => ({
  services: (of) => paths.provider.services({ of, tenant }),
  diagnoses: (of) => paths.provider.diagnoses({ of }),
});

/** Looks up everything that a draft names, and puts it together for its steps. */
export async function openDraft(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  draft: Pick<Draft, 'id' | 'version' | 'savedAt'>,
  body: DraftBody,
): Promise<OpenDraft> {
  const tenant = desk.tenants.find(({ id }) => id === body.tenantId) ?? null;
  const db = tenant === null ? null : tenantDatabase(c.env, tenant.id);
  const codes = filled(body.lines.map(({ service }) => service));
  const day = dayOf(body, tenant?.zone ?? 'UTC');
  const [diagnoses, services, enrolleeName, prices] = await Promise.all([
    diagnosesByCode(referenceDatabase(c.env), filled(body.diagnoses.map(({ code }) => code))),
    db === null ? [] : servicesByCode(db, codes),
    tenant === null ? null : enrolleeMeant(c, tenant.id, body),
    db === null ? {} : pricesOn(db, c.var.organisation.id, codes, day),
  ]);
  const named = Object.fromEntries(services.map((service) => [service.code, service]));
  const names = Object.fromEntries(services.map(({ code, name }) => [code, name]));
  const known = { tenant, enrolleeAgrees: enrolleeName !== null, diagnoses, services: named };
  const view: DraftView = {
    id: draft.id,
    version: draft.version,
    savedAt: draft.savedAt,
    body,
    commandId: freshId(),
    tenants: desk.tenants,
    tenant,
    errors: {},
    currency: tenant?.currency ?? 'NGN',
    search: searchOf(tenant?.id),
    meanings: { ...diagnoses, ...names },
    prices,
    assessment: null,
    found: null,
    conflict: null,
  };
  return { known, enrolleeName, view };
}
