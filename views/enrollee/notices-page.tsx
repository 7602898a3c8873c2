import type { Moment } from '../../schema/domain/dates.ts';
import type { MutableTopic } from '../../schema/domain/members/member-notices.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Actions, Form } from '../ui/form.tsx';
import { LinkList } from '../ui/link-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pager } from '../ui/pager.tsx';

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

const choices: readonly { value: MutableTopic; label: string; note: string }[] = [
  { value: 'claims', label: 'Claims', note: 'Sent, asked about, decided, paid' },
  { value: 'authorizations', label: 'Requests', note: 'Approved or not, before care' },
  { value: 'coverage', label: 'Cover', note: 'Suspended, ended, another plan' },
];

function PreferencesCard({ off, commandId }: { off: readonly MutableTopic[]; commandId: string }) {
  return (
    <Card title="What you are told" id="preferences">
      <Form action={paths.me.noticePreferences()} commandId={commandId}>
        <CheckGroup
          name="on"
          label="Show notifications of"
          choices={choices}
          values={choices.flatMap(({ value }) => (off.includes(value) ? [] : value))}
          hint="Emergencies and check-ins in your name are always shown: they may be somebody else’s doing."
        />
        <Actions>
          <Button>Save</Button>
        </Actions>
      </Form>
    </Card>
  );
}

type MyNoticesPageProps = {
  notices: readonly MyNotice[];
  unread: number;
  zone: string;
  /** The newest number shown: everything up to it is marked. */
  newest: number;
  older: string | null;
  off: readonly MutableTopic[];
  saved: boolean;
  commandIds: { mark: string; preferences: string };
};

/** Everything an enrollee was told of in 90 days, and what they want to be told of. */
export function MyNoticesPage(props: MyNoticesPageProps) {
  const { notices, unread, zone, newest, older, off, saved, commandIds } = props;
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
      <PreferencesCard off={off} commandId={commandIds.preferences} />
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
