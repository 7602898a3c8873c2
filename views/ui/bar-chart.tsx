type Bar = {
  label: string;
  value: number;
  /** How the value is written; its digits otherwise. */
  text?: string | undefined;
  tone?: 'danger' | undefined;
};

/** Lengths to compare: every value is also written, so nothing rests on the drawing. */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul class="bars" aria-label={label}>
      {bars.map((bar) => (
        <li>
          <span>{bar.label}</span>
          <progress class={bar.tone} value={bar.value} max={longest} aria-label={bar.label} />
          <b class="num">{bar.text ?? bar.value}</b>
        </li>
      ))}
    </ul>
  );
}
