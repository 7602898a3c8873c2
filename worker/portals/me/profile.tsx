import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { primaryFacilityOn } from '../../../schema/domain/cover/plan-on.ts';
import { consentTexts } from '../../../schema/domain/members/consent-texts.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { putConsentForm, putOwnDetailsForm } from '../../../schema/forms/portal.ts';
import { ProfilePage, type ProfilePageProps } from '../../../views/enrollee/profile-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer, statusOf } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import { connect } from '../../databases/connect.ts';
import type { AppEnv } from '../../env.ts';
import { facilitiesById } from '../../queries/person.ts';
import { render } from '../../render.tsx';
import { formErrors, refusalErrors } from '../form-errors.ts';
import { facilityChoices, facilityIdMeant } from '../staff/members/facility-choices.ts';
import { arriveAnew, type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';

type Said = Partial<
  Pick<ProfilePageProps, 'errors' | 'saved'> & { entry: Partial<ProfilePageProps['entry']> }
>;
type Status = Parameters<typeof render>[2];

/** Only a dependant has somebody to agree that they be seen by. */
const consentsOf = ({ person }: MyDesk): ProfilePageProps['consents'] =>
  person.principalId === null
    ? []
    : consentTexts.map((text) => ({
        text,
        given: person.consents.findLast(({ to, endedAt }) => to === text.to && endedAt === null) ?? null,
        commandId: freshId(),
      }));

async function profilePage(
  c: Context<AppEnv>,
  desk: MyDesk,
  said: Said = {},
  status?: Status,
): Promise<Response> {
  const { person, client, zone, db, today, tenantId } = desk;
  const [now, last] = [primaryFacilityOn(person, today), person.primaryFacilities.at(-1)];
  const next = last && last.from > today ? last.facilityId : null;
  const ids = [now, next].filter((id) => id !== null);
  const [named, choices] = await Promise.all([
    facilitiesById(connect(c.env, `tenant-${tenantId}`), ids),
    facilityChoices(db),
  ]);
  const nameOf = (id: string | null) =>
    id === null ? null : (named.get(id)?.name ?? 'One that left the network');
  const content = (
    <ProfilePage
      {...{ person, zone, choices }}
      client={client.name}
      account={c.var.session?.email ?? ''}
      entry={{
        phone: person.phone ?? '',
        email: person.email ?? '',
        facilityId: next ?? now ?? '',
        ...said.entry,
      }}
      errors={said.errors ?? {}}
      facility={{ now: nameOf(now), next: nameOf(next) }}
      consents={consentsOf(desk)}
      commandIds={{ details: freshId(), facility: freshId() }}
      saved={said.saved ?? c.req.query('saved') !== undefined}
    />
  );
  return render(c, myView(c, desk, { title: 'Profile', nav: 'profile' }, content), status);
}

/** `GET /me/profile`. */
export const showProfile = (c: Context<AppEnv>, desk: MyDesk): Promise<Response> => profilePage(c, desk);

const saved = (c: Context<AppEnv>) =>
  arriveAnew(c, paths.me.profile({ saved: 1 }), (_, desk) => profilePage(c, desk, { saved: true }));

/** `POST /me/profile`: telephone and e-mail. */
export async function saveDetails(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const entry = { phone: form.get('phone').trim(), email: form.get('email').trim() };
  const parsed = putOwnDetailsForm.safeParse({ phone: entry.phone || null, email: entry.email || null });
  if (!parsed.success) return profilePage(c, desk, { entry, errors: formErrors(parsed.error) }, 422);
  const sent = command(c, form.commandId, { type: 'PutOwnDetails' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
  if (isRefusal(answered))
    return profilePage(c, desk, { entry, errors: refusalErrors(answered) }, statusOf(answered));
  return saved(c);
}

/** `POST /me/profile/consents`. */
export async function saveConsent(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const parsed = putConsentForm.safeParse({ to: form.get('to'), given: form.get('given') === '1' });
  if (!parsed.success) return answer(c, nothing);
  const sent = command(c, form.commandId, { type: 'PutConsent' as const, input: parsed.data });
  const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
  return isRefusal(answered) ? answer(c, answered) : saved(c);
}

/** `POST /me/profile/primary-facility`. */
export async function changeFacility(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const given = form.get('facilityId').trim();
  const entry = { facilityId: given };
  if (given === '') return profilePage(c, desk, { entry, errors: { facilityId: 'Choose a provider.' } }, 422);
  const input = { memberId: desk.person.memberId, facilityId: await facilityIdMeant(desk.db, given) };
  const sent = command(c, form.commandId, { type: 'ChangePrimaryFacility' as const, input });
  const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
  if (isRefusal(answered))
    return profilePage(c, desk, { entry, errors: refusalErrors(answered) }, statusOf(answered));
  return saved(c);
}
