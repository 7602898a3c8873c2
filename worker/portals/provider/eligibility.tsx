import type { Context } from 'hono';
import { dateIn, isCalendarDate } from '../../../schema/domain/dates.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import {
  type EligibilityEntry,
  EligibilityPage,
  type EligibilityPageProps,
} from '../../../views/provider/eligibility-page.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { statusOf } from '../../answer.ts';
import { freshId, readForm, type SentForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { beginGuess, wasRight } from '../../middleware/identity-guesses.ts';
import { render } from '../../render.tsx';
import { refusalErrors } from '../form-errors.ts';
import { type FacilityDesk, openDesk } from './desk.ts';
import { facilityView } from './facility-view.tsx';

type Said = Partial<Pick<EligibilityPageProps, 'entry' | 'errors' | 'shown' | 'refusal'>>;
type Status = Parameters<typeof render>[2];

function eligibilityPage(c: Context<AppEnv>, desk: FacilityDesk, said: Said = {}, status?: Status): Response {
  const { tenants, zone, now, may } = desk;
  const [only] = tenants.length === 1 ? tenants : [];
  const entry = {
    tenantId: only?.id ?? '',
    memberId: '',
    birthDate: '',
    enrolleeName: '',
    on: dateIn(zone, now),
  };
  const props = {
    tenants,
    entry,
    errors: {},
    shown: null,
    refusal: null,
    draftId: may('facility.claim.draft') ? freshId() : null,
    ...said,
  };
  const page = { title: 'Eligibility', nav: 'eligibility' };
  return render(c, facilityView(c, desk, page, <EligibilityPage {...props} />), status);
}

/** `GET /provider/eligibility`: nothing that says who somebody is stands in an address. */
export const showEligibility = async (c: Context<AppEnv>): Promise<Response> =>
  eligibilityPage(c, await openDesk(c));

const readEntry = (form: SentForm): EligibilityEntry => ({
  tenantId: form.get('tenantId'),
  memberId: form.get('memberId').trim().slice(0, 60),
  birthDate: form.get('birthDate'),
  enrolleeName: form.get('enrolleeName').trim().slice(0, 120),
  on: form.get('on'),
});

function mistakes({ memberId, birthDate, enrolleeName, on }: EligibilityEntry, linked: boolean): FormErrors {
  const errors: Record<string, string> = {};
  if (!linked) errors.tenantId = 'Choose the HMO.';
  if (memberId === '') errors.memberId = 'Enter the member id, as it stands on the card.';
  if (birthDate === '' && enrolleeName === '')
    errors.birthDate = "Enter the birth date, or the name: one has to be the patient's own.";
  else if (birthDate !== '' && !isCalendarDate(birthDate))
    errors.birthDate = 'Enter the birth date as a date.';
  if (!isCalendarDate(on)) errors.on = 'Enter the date of service.';
  return errors;
}

/** Asks the HMO; wrong birth dates and names are counted, so that nobody finds out by trying. */
async function ask(c: Context<AppEnv>, entry: EligibilityEntry) {
  const { tenantId, memberId, birthDate, enrolleeName, on } = entry;
  const facilityId = c.var.organisation.id;
  const guess = { facilityId, tenantId, member: memberId };
  const wait_s = beginGuess(guess);
  if (wait_s > 0) return { wait_s };
  const answered = await tenantActor(c, tenantId).eligibility({
    principal: c.var.principal,
    facilityId,
    memberId,
    on,
    ...(birthDate === '' ? {} : { birthDate }),
    ...(enrolleeName === '' ? {} : { enrolleeName }),
  });
  if (!isRefusal(answered) || answered.code === 'unavailable') wasRight(guess);
  return { answered };
}

const saidOf = (refusal: Refusal): Pick<Said, 'errors' | 'refusal'> =>
  refusal.errors === undefined ? { refusal: refusal.message } : { errors: refusalErrors(refusal) };

/** `POST /provider/eligibility`: the answer, on the page that asked. */
export async function askEligibility(c: Context<AppEnv>): Promise<Response> {
  const [desk, form] = await Promise.all([openDesk(c), readForm(c)]);
  const entry = readEntry(form);
  const linked = desk.tenants.some(({ id }) => id === entry.tenantId);
  const errors = mistakes(entry, linked);
  if (Object.keys(errors).length > 0) return eligibilityPage(c, desk, { entry, errors }, 422);
  const { wait_s, answered } = await ask(c, entry);
  if (wait_s !== undefined) {
    c.header('Retry-After', String(wait_s));
    const refusal = `The birth date or name of this member was wrong too often. Wait ${wait_s} s, then ask again.`;
    return eligibilityPage(c, desk, { entry, refusal }, 429);
  }
  if (isRefusal(answered))
    return eligibilityPage(c, desk, { entry, ...saidOf(answered) }, statusOf(answered));
  return eligibilityPage(c, desk, { entry, shown: answered });
}
