import { eligibilityQuestion, eligibilityView } from '../../../../schema/api/eligibility-view.ts';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { defaultCalendar } from '../../../../schema/domain/working-time.ts';
import { patterns } from '../../../../views/paths.ts';
import { tenantActor } from '../../../command.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { tenantSettings } from '../../../queries/tenant-settings.ts';
import { asGuess } from '../../guesses.ts';
import { noBody, none, operation } from '../../operation.ts';
import { reachOf } from '../../reach.ts';
import { exampleEligibility } from './example.ts';
import { viewOfEligibility } from './view-of-eligibility.ts';

/** Whom and what somebody is covered for. */
export const showEligibility = operation({
  id: 'showEligibility',
  method: 'GET',
  path: patterns.api.eligibility,
  area: 'Eligibility',
  summary: 'Ask who is covered for what',
  description:
    "Covered or not, since and until when and by which rule; the plan; benefit by benefit what is left and whether it can be used there. It is what adjudication would apply on that day. A facility's key gives the birth date or the name as well, and asks for itself.",
  scopes: { tenant: 'enrollee.view', facility: 'facility.eligibility.view' },
  params: none,
  query: eligibilityQuestion,
  body: noBody,
  answers: { 200: { means: 'What the person is covered for.', form: eligibilityView } },
  refusals: [],
  example: {
    query: { memberId: 'MER-DANG-00042-P', birthDate: '1988-04-17', date: '2026-11-20' },
    status: 200,
    answer: exampleEligibility,
  },
  async handle({ c, query }) {
    const { tenant, date, facilityExternalId, ...asked } = query;
    const reach = await reachOf(c, tenant);
    if (reach.refused) return reach;
    const { tenantId, facilityId } = reach;
    const today = async () => {
      const settings = await tenantSettings(tenantDatabase(c.env, tenantId));
      return dateIn((settings?.calendar ?? defaultCalendar).zone, Date.now());
    };
    const on = date ?? (await today());
    const facility = facilityId === null ? { facilityExternalId } : { facilityId };
    const answered = await asGuess(
      c,
      reach,
      asked,
      async () =>
        await tenantActor(c, tenantId).eligibility({ principal: c.var.principal, on, ...asked, ...facility }),
    );
    if (answered instanceof Response || isRefusal(answered)) return answered;
    return { status: 200, body: viewOfEligibility(answered) };
  },
});
