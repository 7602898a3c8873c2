import type { Moment } from '../../../schema/domain/dates.ts';
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
  /** the link, shown this once */
  link: string;
};

/** The link of an invitation: to hand over to the person themselves, and to nobody else. */
export function InvitationPage({ slug, zone, memberId, name, email, expiresAt, link }: InvitationPageProps) {
  return (
    <div class="narrow stack">
      <PageHeader
        crumbs={[{ label: name, href: paths.staff(slug).enrollee(memberId) }]}
        title="Invitation"
        lead="Hand this link over to them, and to nobody else: it is shown this once."
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
