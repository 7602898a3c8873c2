import type { Moment } from '../../../schema/domain/dates.ts';
import type { InvitedBy } from '../../../schema/domain/members/invitation.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/card.tsx';
import { MomentText } from '../../ui/date-text.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

type InvitationPageProps = {
  slug: string;
  zone: string;
  memberId: string;
  name: string;
  email: string;
  expiresAt: Moment;
  /** how it goes out to them as well */
  by: InvitedBy;
  /** the link, shown this once */
  link: string;
};

const leads: Readonly<Record<NonNullable<InvitedBy> | 'none', string>> = {
  email: 'It goes to them by e-mail now. The link is here as well, this once: for them, and for nobody else.',
  sms: 'It goes to their telephone now. The link is here as well, this once: for them, and for nobody else.',
  none: 'Hand this link over to them, and to nobody else: it is shown this once.',
};

/** The link of an invitation: to hand over to the person themselves, and to nobody else. */
export function InvitationPage(props: InvitationPageProps) {
  const { slug, zone, memberId, name, email, expiresAt, by, link } = props;
  return (
    <div class="narrow stack">
      <PageHeader
        crumbs={[{ label: name, href: paths.staff(slug).enrollee(memberId) }]}
        title="Invitation"
        lead={leads[by ?? 'none']}
      />
      <Card title="Link" kind="lead">
        <p>
          <code class="code">{link}</code>
        </p>
        <Facts
          facts={[
            ['For', <bdi>{name}</bdi>],
            ['Signs in with', <bdi>{email}</bdi>],
            ['Works until', <MomentText at={expiresAt} timeZone={zone} year />],
          ]}
        />
        <p class="hint">It works once, and only with their birth date. A new invitation ends this one.</p>
      </Card>
    </div>
  );
}
