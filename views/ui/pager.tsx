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

type ListPagerProps = {
  /** The cursor that the page was asked for; empty: the first page. */
  after: string;
  /** The cursor of the next page; null: this is the last. */
  next: string | null;
  /** The list's address after a cursor. */
  at: (after: string) => string;
};

/** Below a list that is stepped through forwards; nothing where everything is on one page. */
export function ListPager({ after, next, at }: ListPagerProps) {
  if (next === null && after === '') return null;
  return (
    <Pager
      summary={after === '' ? 'First page' : <a href={at('')}>Back to the first page</a>}
      next={next === null ? undefined : at(next)}
    />
  );
}
