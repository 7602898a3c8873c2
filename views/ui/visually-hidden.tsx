import type { ComponentChildren } from 'preact';

/** Words for those who hear the page. */
export function VisuallyHidden({ children }: { children: ComponentChildren }) {
  return <span class="unseen">{children}</span>;
}
