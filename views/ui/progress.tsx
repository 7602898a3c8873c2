type ProgressProps = {
  label: string;
  value: number;
  max: number;
  tone?: 'ok' | 'warn' | 'danger' | undefined;
  /** The figures in words, shown beside the bar. */
  text?: string | undefined;
  id?: string | undefined;
};

/** How far something is. A maximum of nothing shows an empty bar. */
export function Progress({ label, value, max, tone, text, id }: ProgressProps) {
  return (
    <div class="stack" id={id}>
      {text === undefined ? null : <span>{text}</span>}
      <progress class={tone} value={Math.min(value, max)} max={Math.max(max, 1)} aria-label={label} />
    </div>
  );
}
