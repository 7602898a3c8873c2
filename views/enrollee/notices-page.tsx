import type { Moment } from '../../schema/domain/dates.ts';
import {
  type MailTopic,
  type MutableTopic,
  mutableTopics,
} from '../../schema/domain/members/member-notices.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Actions, Fields, Form } from '../ui/form.tsx';
import { LinkList } from '../ui/link-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pager } from '../ui/pager.tsx';
import { Select } from '../ui/select.tsx';

/** One thing that somebody is told of. */
export interface MyNotice {
  at: Moment;
  text: string;
  /** the dependant's first name; null: it is one's own */
  whose: string | null;
  href: string;
  unread: boolean;
}

function Notices({ notices, zone }: { notices: readonly MyNotice[]; zone: string }) {
  return (
    <LinkList
      links={notices.map(({ at, text, whose, href, unread }) => ({
        href,
        text: (
          <>
            {text}
            {whose === null ? null : (
              <>
                {' · '}
                <bdi>{whose}</bdi>
              </>
            )}
          </>
        ),
        when: <MomentText at={at} timeZone={zone} />,
        unread,
      }))}
    />
  );
}

const kinds: readonly { value: MailTopic; label: string; hint: string }[] = [
  { value: 'claims', label: 'Claims', hint: 'Sent, asked about, decided, paid' },
  { value: 'authorizations', label: 'Requests', hint: 'Approved or not, before care' },
  { value: 'coverage', label: 'Cover', hint: 'A new dependant, suspended, ended, another plan' },
  { value: 'check-ins', label: 'Check-ins', hint: 'Opened at a provider’s desk: always shown' },
];

type Preferences = {
  off: readonly MutableTopic[];
  mail: readonly MailTopic[];
  /** where e-mails go; null: they have no address */
  address: string | null;
  /** whether the insurer sends any */
  mails: boolean;
};

/** Why there are no e-mails, or where they go. */
function MailHint({ address, mails }: Preferences) {
  if (!mails) return <>Your insurer sends no e-mails: what you are told is here.</>;
  if (address === null)
    return (
      <>
        For e-mails, <a href={paths.me.profile()}>enter your address</a>.
      </>
    );
  return (
    <>
      E-mails go to <bdi>{address}</bdi> and say only that there is news.
    </>
  );
}

const isMutable = (topic: MailTopic): topic is MutableTopic => mutableTopics.some((each) => each === topic);

function KindField({ kind, of }: { kind: (typeof kinds)[number]; of: Preferences }) {
  const { off, mail, address, mails } = of;
  const { value: name, label, hint } = kind;
  const isOff = isMutable(name) && off.includes(name);
  const isMailed = mail.includes(name);
  const options = [
    ...(isMutable(name) ? [{ value: 'off', label: 'Off' }] : []),
    { value: 'bell', label: 'Here' },
    // What was chosen stays chosen while it cannot be done.
    ...((mails && address !== null) || isMailed ? [{ value: 'mail', label: 'Here and by e-mail' }] : []),
  ];
  return <Select {...{ name, label, hint, options }} value={isOff ? 'off' : isMailed ? 'mail' : 'bell'} />;
}

function PreferencesCard({ commandId, ...of }: Preferences & { commandId: string }) {
  return (
    <Card title="What you are told" id="preferences">
      <p class="mute">
        <MailHint {...of} />
      </p>
      <Form action={paths.me.noticePreferences()} commandId={commandId}>
        <Fields>
          {kinds.map((kind) => (
            <KindField kind={kind} of={of} />
          ))}
        </Fields>
        <p class="hint">
          Emergencies in your name are put to you at once, in every way there is: they may be somebody else’s
          doing.
        </p>
        <Actions>
          <Button>Save</Button>
        </Actions>
      </Form>
    </Card>
  );
}

type MyNoticesPageProps = Preferences & {
  notices: readonly MyNotice[];
  unread: number;
  zone: string;
  /** The newest number shown: everything up to it is marked. */
  newest: number;
  older: string | null;
  saved: boolean;
  commandIds: { mark: string; preferences: string };
};

/** Everything an enrollee was told of in 90 days, and what they want to be told of. */
export function MyNoticesPage(props: MyNoticesPageProps) {
  const { notices, unread, zone, newest, older, saved, commandIds } = props;
  const { off, mail, address, mails } = props;
  return (
    <>
      <PageHeader
        title="Notifications"
        lead={unread === 0 ? 'Nothing unread' : `${unread > 99 ? '99+' : unread} unread`}
        actions={
          unread === 0 ? undefined : (
            <Form action={paths.me.notices()} commandId={commandIds.mark} inline>
              <input type="hidden" name="seq" value={newest} />
              <Button>Mark all as read</Button>
            </Form>
          )
        }
      />
      {saved ? <Notice tone="ok">Saved.</Notice> : null}
      <Card>
        {notices.length === 0 ? (
          <EmptyState title="No notifications">
            What happens with your claims, requests and cover is listed here for 90 days.
          </EmptyState>
        ) : (
          <Notices notices={notices} zone={zone} />
        )}
        {older === null ? null : <Pager summary="" next={older} />}
      </Card>
      <PreferencesCard {...{ off, mail, address, mails }} commandId={commandIds.preferences} />
    </>
  );
}

/** What opens under the bell: the newest few and the way to all of them. */
export function MyNoticesPopover({ notices, zone }: { notices: readonly MyNotice[]; zone: string }) {
  return (
    <>
      <h2>Notifications</h2>
      {notices.length === 0 ? <p class="mute">Nothing yet.</p> : <Notices notices={notices} zone={zone} />}
      <p>
        <a href={paths.me.notices()}>All notifications</a>
      </p>
    </>
  );
}
