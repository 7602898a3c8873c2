import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Pager } from '../ui/pager.tsx';
import { type ClaimNotice, NoticeList } from './notice-list.tsx';

type NoticesPageProps = {
  notices: readonly ClaimNotice[];
  unread: number;
  /** Receives the POST that marks them seen. */
  action: string;
  commandId: string;
  /** The newest number shown: everything up to it is marked. */
  newest: number;
  zone: string;
  older: string | null;
};

/** Everything one was told of in 90 days, under the bell. */
export function NoticesPage({ notices, unread, action, commandId, newest, zone, older }: NoticesPageProps) {
  return (
    <>
      <PageHeader
        title="Notifications"
        lead={unread === 0 ? 'Nothing unread' : `${unread} unread`}
        actions={
          unread === 0 ? undefined : (
            <Form action={action} commandId={commandId} inline>
              <input type="hidden" name="seq" value={newest} />
              <Button>Mark all as read</Button>
            </Form>
          )
        }
      />
      <Card>
        {notices.length === 0 ? (
          <EmptyState title="No notifications">
            What happens to claims and links is listed here for 90 days.
          </EmptyState>
        ) : (
          <NoticeList notices={notices} zone={zone} />
        )}
        {older === null ? null : <Pager summary="" next={older} />}
      </Card>
    </>
  );
}

/** What opens under the bell: the newest few and the way to all of them. */
export function NoticesPopover({
  notices,
  zone,
  all,
}: {
  notices: readonly ClaimNotice[];
  zone: string;
  all: string;
}) {
  return (
    <>
      <h2>Notifications</h2>
      {notices.length === 0 ? <p class="mute">Nothing yet.</p> : <NoticeList notices={notices} zone={zone} />}
      <p>
        <a href={all}>All notifications</a>
      </p>
    </>
  );
}
