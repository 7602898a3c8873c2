import type { ComponentChildren } from 'preact';

type ListedLink = {
  href: string;
  text: ComponentChildren;
  when?: ComponentChildren;
  unread?: boolean | undefined;
  id?: string | undefined;
};

/** Links with their time, such as notifications: unread ones are bold and say so. */
export function LinkList({ links, id }: { links: readonly ListedLink[]; id?: string | undefined }) {
  return (
    <ul class="links" id={id}>
      {links.map((link) => (
        <li id={link.id}>
          <a href={link.href} class={link.unread === true ? 'new' : undefined}>
            {link.text}
            {link.unread === true ? <span class="unseen"> (unread)</span> : null}
          </a>
          {link.when}
        </li>
      ))}
    </ul>
  );
}
