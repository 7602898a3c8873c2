import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { portalIdOf } from '../../../../schema/domain/members/portal-id.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { InvitationPage } from '../../../../views/hmo/members/invitation-page.tsx';
import { paths } from '../../../../views/paths.ts';
import { answer } from '../../../answer.ts';
import { command, readForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { ownOrigin } from '../../../middleware/origin.ts';
import { render } from '../../../render.tsx';
import { hashOfSecret, secretOf } from '../../../sign-in/invitation-secret.ts';
import { openDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { nobody, personAt } from './enrollee.tsx';

/** `POST …/enrollees/<member id>/invitations`: makes a link, which is in this answer and in what goes out to them. */
export async function inviteToPortal(c: Context<AppEnv>): Promise<Response> {
  const found = await personAt(c);
  if (found === null) return answer(c, nobody);
  const { memberId, firstName, lastName } = found.person;
  const form = await readForm(c);
  const secret = secretOf(c.env, form.commandId);
  const input = { memberId, tokenHash: hashOfSecret(secret), secretId: form.commandId };
  const sent = command(c, form.commandId, { type: 'InviteEnrollee' as const, input });
  const answered = await executeOn(tenantActor(c), sent);
  if (isRefusal(answered)) return answer(c, answered);
  const { enrolleeId, email, expiresAt, sent: by } = answered.outcome;
  const portal = portalIdOf({ tenantId: c.var.organisation.id, enrolleeId });
  const desk = await openDesk(c);
  const content = (
    <InvitationPage
      {...{ slug: desk.slug, zone: desk.zone, memberId, email, expiresAt, by }}
      name={`${firstName} ${lastName}`}
      link={`${ownOrigin(c)}${paths.activation(portal, secret)}`}
    />
  );
  return render(c, staffView(c, desk, { title: 'Invitation', nav: 'enrollees' }, content));
}
