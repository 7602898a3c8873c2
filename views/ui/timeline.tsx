import type { ComponentChildren } from 'preact';

type TimelineEntry = { when: ComponentChildren; what: ComponentChildren };

/** What happened, in order. `when` is a DayText or MomentText. */
export function Timeline({ entries, id }: { entries: readonly TimelineEntry[]; id?: string | undefined }) {
  return (
    <ol class="timeline" id={id}>
      {entries.map((entry) => (
        <li>
          {entry.when}
          <span>{entry.what}</span>
        </li>
      ))}
    </ol>
  );
}
