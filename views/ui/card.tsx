import type { ComponentChildren } from 'preact';

type CardProps = {
  title?: string | undefined;
  /** Beside the title: a badge, a small link. */
  aside?: ComponentChildren;
  id?: string | undefined;
  /** `lead`: the one card where the work is done. `flush`: a table fills it. */
  kind?: 'lead' | 'flush' | undefined;
  children: ComponentChildren;
};

/** A bordered piece of a page under its own second-level heading. */
export function Card({ title, aside, id, kind, children }: CardProps) {
  return (
    <section class={kind ? `card ${kind}` : 'card'} id={id}>
      {title === undefined ? null : (
        <header>
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
