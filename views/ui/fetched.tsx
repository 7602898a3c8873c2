import type { ComponentChildren } from 'preact';
import type {} from '../htmx.d.ts';

type FetchedProps = {
  /** answers what is to stand here, and as a page where it is followed as a link */
  href: string;
  children: ComponentChildren;
};

/**
 * A place with a link until it comes into sight, as when what folds it away is opened; then with what the link leads to.
 * Without script, or until the answer is there, it is a link like any other. What is typed into it stays while the page
 * around it is brought up to date.
 */
export function Fetched({ href, children }: FetchedProps) {
  return (
    <div hx-morph-skip-children>
      <a
        href={href}
        hx-boost="target:'closest div' swap:'innerHTML show:none' push:false"
        hx-trigger="intersect once"
      >
        {children}
      </a>
    </div>
  );
}
