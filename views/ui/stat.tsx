import type { ComponentChildren } from 'preact';

type StatProps = {
  label: string;
  value: ComponentChildren;
  /** Goes to what the number counts. */
  href?: string | undefined;
  note?: ComponentChildren;
  tone?: 'ok' | 'warn' | 'danger' | undefined;
  /** Live frames replace the whole figure by this id. */
  id?: string | undefined;
};

/** One figure that is a link to what it counts. */
export function Stat({ label, value, href, note, tone, id }: StatProps) {
  const name = tone ? `stat ${tone}` : 'stat';
  const inside = (
    <>
      <span>{label}</span>
      <b>{value}</b>
      {note === undefined ? null : <small>{note}</small>}
    </>
  );
  return href === undefined ? (
    <div class={name} id={id}>
      {inside}
    </div>
  ) : (
    <a class={name} id={id} href={href}>
      {inside}
    </a>
  );
}

/** Figures in a row that wraps. */
export function Stats({ children }: { children: ComponentChildren }) {
  return <div class="deck small">{children}</div>;
}
