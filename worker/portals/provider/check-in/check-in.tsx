import type { Context } from 'hono';
import { dateIn, isCalendarDate, momentIn } from '../../../../schema/domain/dates.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import { paths } from '../../../../views/paths.ts';
import {
  type CheckInEntry,
  CheckInPage,
  type CheckInPageProps,
} from '../../../../views/provider/check-in/check-in-page.tsx';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { statusOf } from '../../../answer.ts';
import { assetUrl } from '../../../assets.ts';
import { freshId, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { beginGuess, wasRight } from '../../../middleware/identity-guesses.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { visitsOfFacility } from '../../../queries/visits-of-facility.ts';
import { arriveAt, render } from '../../../render.tsx';
import { refusalErrors } from '../../form-errors.ts';
import { askTenant } from '../ask-facility.ts';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';
import { type CardRead, readCard } from './read-card.ts';
import { showVisitAt } from './visit.tsx';

type Said = Partial<Pick<CheckInPageProps, 'entry' | 'errors' | 'shown' | 'refusal'>>;
type Status = Parameters<typeof render>[2];

/** So many of an insurer's people are listed who came today: more do not come to one desk. */
const listed_max = 100;

/** Who has been checked in here today, over all insurers. */
async function todaysVisits(c: Context<AppEnv>, { tenants, now }: FacilityDesk) {
  const found = await Promise.all(
    tenants.map(async ({ id, name, zone }) => {
      const since = momentIn(zone, `${dateIn(zone, now)}T00:00`);
      const rows = await visitsOfFacility(
        tenantDatabase(c.env, id),
        c.var.organisation.id,
        since,
        listed_max,
      );
      return rows.map((row) => ({ ...row, tenantId: id, tenantName: name }));
    }),
  );
  return found.flat().sort((a, b) => b.at - a.at);
}

async function checkInPage(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  said: Said = {},
  status?: Status,
): Promise<Response> {
  const { tenants, zone } = desk;
  const [only] = tenants.length === 1 ? tenants : [];
  const entry = { tenantId: only?.id ?? '', memberId: '', birthDate: '', card: '' };
  const visits = await todaysVisits(c, desk);
  const props = { tenants, zone, entry, errors: {}, shown: null, refusal: null, visits, ...said };
  const content = <CheckInPage {...props} commandId={freshId()} scanner={assetUrl('scan.js')} />;
  return render(c, facilityView(c, desk, { title: 'Check-in', nav: 'check-in' }, content), status);
}

/** `GET /provider/check-in`: nothing that says who somebody is stands in an address. */
export const showCheckIn = async (c: Context<AppEnv>): Promise<Response> => checkInPage(c, await openDesk(c));

function mistakes({ memberId, birthDate }: CheckInEntry, isLinked: boolean): FormErrors {
  const errors: Record<string, string> = {};
  if (!isLinked) errors.tenantId = 'Choose the HMO.';
  if (memberId === '') errors.memberId = 'Enter the member id, as it stands on the card.';
  if (!isCalendarDate(birthDate))
    errors.birthDate = 'Enter the birth date; it is checked against the member id.';
  return errors;
}

interface Who {
  tenantId: string;
  memberId: string;
  birthDate: string;
  card: CardRead | null;
}

const used = 'This code was used already. Scan the one that is shown now.';

const saidOf = (refusal: Refusal): Pick<Said, 'errors' | 'refusal'> =>
  refusal.errors === undefined ? { refusal: refusal.message } : { errors: refusalErrors(refusal) };

/** Does what is asked about a member; wrong birth dates are counted, so that nobody finds out by trying. Null: too many were. */
async function asGuess<Answered extends object>(
  c: Context<AppEnv>,
  { tenantId, memberId, card }: Who,
  ask: () => Promise<Answered | Refusal>,
): Promise<Answered | Refusal | { wait_s: number }> {
  // A card's signature is no guess.
  if (card) return ask();
  const guess = { facilityId: c.var.organisation.id, tenantId, member: memberId };
  const wait_s = beginGuess(guess);
  if (wait_s > 0) return { wait_s };
  const answered = await ask();
  if (!isRefusal(answered) || answered.code === 'unavailable') wasRight(guess);
  return answered;
}

function tooOften(c: Context<AppEnv>, desk: FacilityDesk, entry: CheckInEntry, wait_s: number) {
  c.header('Retry-After', String(wait_s));
  const refusal = `The birth date of this member was wrong too often. Wait ${wait_s} s, then try again.`;
  return checkInPage(c, desk, { entry, refusal }, 429);
}

/** What the HMO says of them. */
async function lookUp(c: Context<AppEnv>, desk: FacilityDesk, entry: CheckInEntry, who: Who) {
  const { tenantId, memberId, birthDate } = who;
  const facilityId = c.var.organisation.id;
  const zone = desk.tenants.find(({ id }) => id === tenantId)?.zone ?? desk.zone;
  const on = dateIn(zone, desk.now);
  const question = { principal: c.var.principal, facilityId, memberId, birthDate, on };
  const answered = await asGuess(c, who, () => tenantActor(c, tenantId).eligibility(question));
  if ('wait_s' in answered) return tooOften(c, desk, entry, answered.wait_s);
  if (isRefusal(answered)) return checkInPage(c, desk, { entry, ...saidOf(answered) }, statusOf(answered));
  return checkInPage(c, desk, { entry: { ...entry, tenantId }, shown: answered });
}

async function record(
  c: Context<AppEnv>,
  desk: FacilityDesk,
  commandId: string,
  entry: CheckInEntry,
  who: Who,
) {
  const { tenantId, memberId, birthDate, card } = who;
  const by = card ? { card: { device: card.device, slot: card.slot } } : { birthDate };
  const what = { type: 'CheckIn' as const, input: { memberId, ...by } };
  const answered = await asGuess(c, who, () => askTenant(c, tenantId, commandId, what));
  if ('wait_s' in answered) return tooOften(c, desk, entry, answered.wait_s);
  if (isRefusal(answered)) return checkInPage(c, desk, { entry, ...saidOf(answered) }, statusOf(answered));
  const { number } = answered.outcome;
  return arriveAt(c, paths.provider.visit(tenantId, number), () => showVisitAt(c, tenantId, number));
}

/** `POST /provider/check-in`: looks somebody up by their card or by what was typed, and checks them in. */
export async function checkIn(c: Context<AppEnv>): Promise<Response> {
  const [desk, form] = await Promise.all([openDesk(c), readForm(c)]);
  const entry: CheckInEntry = {
    tenantId: form.get('tenantId'),
    memberId: form.get('memberId').trim().toUpperCase().slice(0, 40),
    birthDate: form.get('birthDate'),
    card: form.get('card').slice(0, 400),
  };
  const card = entry.card === '' ? null : await readCard(c, desk, entry.card);
  if (typeof card === 'string')
    return checkInPage(c, desk, { entry: { ...entry, card: '' }, refusal: card }, 422);
  const isRecord = form.get('go') === 'record';
  // Who has a picture of a code that was taken is told nothing of whose it is; a form that is sent twice is the actor's to know.
  if (card?.isUsed && !isRecord)
    return checkInPage(c, desk, { entry: { ...entry, card: '' }, refusal: used }, 422);
  const isLinked = desk.tenants.some(({ id }) => id === entry.tenantId);
  const errors = card ? {} : mistakes(entry, isLinked);
  if (Object.keys(errors).length > 0) return checkInPage(c, desk, { entry, errors }, 422);
  const who = { ...entry, ...card, card };
  return isRecord ? record(c, desk, form.commandId, entry, who) : lookUp(c, desk, entry, who);
}
