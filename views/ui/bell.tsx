import { Icon } from './icon.tsx';

/** The unread count, part of the bell's name; a live frame replaces it by its id. */
export function BellCount({ unread }: { unread: number }) {
  return (
    <b class="count" id="bell-count">
      {unread === 0 ? null : (
        <>
          {unread > 99 ? '99+' : unread}
          <span class="unseen"> unread</span>
        </>
      )}
    </b>
  );
}

export type BellProps = {
  unread: number;
  /** The page of notifications; where the bell goes without script. */
  href: string;
  /** Answers the list's fragment: a heading and a LinkList. */
  list: string;
};

/** The bell: a link to the notifications; with script it opens their list in place. */
export function Bell({ unread, href, list }: BellProps) {
  return (
    <>
      <a
        class="round"
        id="bell"
        href={href}
        hx-get={list}
        hx-target="#bell-list"
        hx-swap="innerHTML"
        data-pops="bell-list"
      >
        <Icon name="bell" size={20} />
        <span class="unseen">Notifications </span>
        <BellCount unread={unread} />
      </a>
      <section id="bell-list" class="pop" popover="auto" aria-label="Notifications" />
    </>
  );
}
