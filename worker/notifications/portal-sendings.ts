import type { Attempt } from '../../durable-objects/actor/parts.ts';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { standingOf } from '../../schema/domain/members/invitation.ts';
import { wantsMail } from '../../schema/domain/members/member-notices.ts';
import { portalIdOf } from '../../schema/domain/members/portal-id.ts';
import type { Sending } from '../../schema/domain/notifications/sending.ts';
import { paths } from '../../views/paths.ts';
import { hashOfSecret, secretOf } from '../sign-in/invitation-secret.ts';
import { linkOrigin, mailOut, never, textOut, type Ways } from './outbound.ts';
import { invitationMail, invitationText, noticeMail, readAbout } from './portal-messages.ts';

/** A notice as an e-mail: to who has a portal in use and still wants it. */
export async function sendNotice(ways: Ways, { id, about }: Sending, person: Enrollee): Promise<Attempt> {
  const what = readAbout(about);
  if (!what || person.portal?.state !== 'ACTIVE' || !wantsMail(person, what)) return never('not wanted');
  const mail = noticeMail(what, ways.settings.name, linkOrigin(ways.env));
  return mailOut(ways, { id, to: person.email ?? '', ...mail });
}

/**
 * An invitation. Its secret is kept nowhere: it follows from the command that made it and the installation's key. One that was
 * used meanwhile, or has made room for a later one, is told to nobody.
 */
export async function sendInvitation(
  ways: Ways,
  { tenantId, sending }: { tenantId: string; sending: Sending },
  person: Enrollee,
): Promise<Attempt> {
  const { env, settings, now } = ways;
  const secret = secretOf(env, sending.about);
  const works = standingOf(person.invitation, hashOfSecret(secret), now) === 'works';
  if (!works) return { outcome: 'sent', fault: null };
  const origin = linkOrigin(env);
  if (origin === null) return never('no origin');
  const link = `${origin}${paths.activation(portalIdOf({ tenantId, enrolleeId: person.id }), secret)}`;
  const { id, channel } = sending;
  if (channel === 'email')
    return mailOut(ways, { id, to: person.invitation?.email ?? '', ...invitationMail(settings.name, link) });
  if (person.phone === null) return never('no number');
  return textOut(ways, { id, to: person.phone, text: invitationText(settings.name, link) });
}
