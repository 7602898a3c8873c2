import type { Context } from 'hono';
import { dateIn, isCalendarDate } from '../../../schema/domain/dates.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import {
  StaffEligibilityPage,
  type StaffEligibilityPageProps,
} from '../../../views/hmo/eligibility-page.tsx';
import { statusOf } from '../../answer.ts';
import { tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { facilityMeant } from '../../queries/facility-meant.ts';
import { render } from '../../render.tsx';
import { openDesk, type StaffDesk } from './desk.ts';
import { staffView } from './staff-view.tsx';

type Answered = Pick<StaffEligibilityPageProps, 'errors' | 'shown' | 'facilityName' | 'refusal'>;
const nothing: Answered = { errors: {}, shown: null, facilityName: null, refusal: null };

async function answerFor(
  c: Context<AppEnv>,
  { db }: StaffDesk,
  entry: StaffEligibilityPageProps['entry'],
): Promise<{ said: Answered; status: Parameters<typeof render>[2] }> {
  if (entry.member === '') return { said: nothing, status: 200 };
  if (!isCalendarDate(entry.on))
    return { said: { ...nothing, errors: { on: 'Enter the date of service.' } }, status: 422 };
  const facility = entry.facility === '' ? null : await facilityMeant(db, entry.facility);
  if (entry.facility !== '' && facility === null)
    return {
      said: { ...nothing, errors: { facility: 'No facility of the network has this in its name.' } },
      status: 422,
    };
  const answered = await tenantActor(c).eligibility({
    principal: c.var.principal,
    memberId: entry.member,
    on: entry.on,
    ...(facility === null ? {} : { facilityId: facility.id }),
  });
  if (isRefusal(answered))
    return { said: { ...nothing, refusal: answered.message }, status: statusOf(answered) };
  return { said: { ...nothing, shown: answered, facilityName: facility?.name ?? null }, status: 200 };
}

/** `GET /<tenant>/eligibility?member=&on=&facility=`. */
export async function showEligibility(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const { slug, zone, now } = desk;
  const asked = (name: string, length: number) => (c.req.query(name) ?? '').trim().slice(0, length);
  const entry = {
    member: asked('member', 60).toUpperCase(),
    on: asked('on', 10) || dateIn(zone, now),
    facility: asked('facility', 120),
  };
  const { said, status } = await answerFor(c, desk, entry);
  const content = <StaffEligibilityPage {...{ slug, entry }} {...said} />;
  return render(c, staffView(c, desk, { title: 'Eligibility', nav: 'eligibility' }, content), status);
}
