import type { Moment } from '../../schema/domain/dates.ts';
import { MomentText } from '../ui/date-text.tsx';
import { LinkList } from '../ui/link-list.tsx';
import { noticeWords } from './notice-words.ts';

/** One event that somebody is told of. */
export interface ClaimNotice {
  seq: number;
  at: Moment;
  kind: string;
  /** what it is about: a claim's number, or whose link */
  number: string;
  /** The other side's name, where it helps: the facility for staff, the tenant for a facility. */
  about: string | null;
  href: string;
  unread: boolean;
}

/** Notices, newest first, each a link to what it is about. */
export function NoticeList({ notices, zone }: { notices: readonly ClaimNotice[]; zone: string }) {
  return (
    <LinkList
      links={notices.map((notice) => ({
        href: notice.href,
        text: (
          <>
            {notice.number} {noticeWords(notice.kind)}
            {notice.about === null ? null : (
              <>
                {' · '}
                <bdi>{notice.about}</bdi>
              </>
            )}
          </>
        ),
        when: <MomentText at={notice.at} timeZone={zone} />,
        unread: notice.unread,
      }))}
    />
  );
}
