import type { ComponentChildren } from 'preact';
import type {} from '../htmx.d.ts';

type FetchedProps = {
  /** answers what is to stand here, and as a page where it is followed as a link */
  href: string;
  children: ComponentChildren;
};

/**
 * A link in whose place what it leads to stands as soon as it comes into sight, as when what folds it away is opened. Without
 * script, or until the answer is there, it is a link like any other.
 */
export function Fetched({ href, children }: FetchedProps) {
  return (
    <a href={href} hx-boost="target:this push:false" hx-trigger="intersect once">
      {children}
    </a>
  );
}
