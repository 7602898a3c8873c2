import type { Moment } from '../../../schema/domain/dates.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Form } from '../../ui/form.tsx';

type PortalCardProps = {
  slug: string;
  zone: string;
  now: Moment;
  person: Pick<Enrollee, 'memberId' | 'portal' | 'invitation' | 'email' | 'deathDate'>;
  /** the command that would invite; null: whoever looks may not */
  inviteId: string | null;
};

function Standing({ zone, now, person: { portal, invitation } }: PortalCardProps) {
  if (portal)
    return (
      <p>
        {portal.state === 'ACTIVE' ? <Badge tone="ok">In use</Badge> : <Badge tone="warn">Suspended</Badge>}{' '}
        since <MomentText at={portal.since} timeZone={zone} year />
      </p>
    );
  if (!invitation) return <p class="mute">Not invited yet: they have no portal of their own.</p>;
  const over = invitation.expiresAt <= now;
  return (
    <p>
      <Badge tone={over ? 'warn' : 'info'}>{over ? 'Invitation expired' : 'Invited'}</Badge> at{' '}
      <bdi>{invitation.email}</bdi>, {over ? 'until' : 'works until'}{' '}
      <MomentText at={invitation.expiresAt} timeZone={zone} year />
    </p>
  );
}

/** Whether a person has a portal of their own, and the way to invite them to it. */
export function PortalCard(props: PortalCardProps) {
  const { slug, person, inviteId } = props;
  const mayBeInvited = person.portal?.state !== 'ACTIVE' && person.deathDate === null;
  return (
    <Card title="Own portal" id="portal">
      <Standing {...props} />
      {inviteId === null || !mayBeInvited ? null : person.email === null ? (
        <p class="hint">Enter their e-mail address to invite them.</p>
      ) : (
        <Form action={paths.staff(slug).enrolleeInvitations(person.memberId)} commandId={inviteId}>
          <Button>{person.invitation ? 'Invite again' : 'Invite'}</Button>
        </Form>
      )}
    </Card>
  );
}
