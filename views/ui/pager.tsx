import type { ComponentChildren } from 'preact';
import { ButtonLink } from './button.tsx';

type PagerProps = {
  /** In words: `50 of 128` or `Page 2`. */
  summary: ComponentChildren;
  /** Addresses that carry the cursor. */
  previous?: string | undefined;
  next?: string | undefined;
};

/** Steps through a list by cursor. */
export function Pager({ summary, previous, next }: PagerProps) {
  return (
    <nav class="pager" aria-label="Pages">
      <span>{summary}</span>
      <span class="cluster">
        {previous === undefined ? null : (
          <ButtonLink href={previous} rel="prev" slim>
            Previous
          </ButtonLink>
        )}
        {next === undefined ? null : (
          <ButtonLink href={next} rel="next" slim>
            Next
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
