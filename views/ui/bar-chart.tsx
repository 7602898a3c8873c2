export type Bar = {
  label: string;
  value: number /** How the value is written; its digits otherwise. */;
  text?: string;
  tone?: 'danger';
};

const ROW = 24;
const LABEL = 96;
const WIDTH = 420;

/** Lengths to compare, drawn by the server: every value is also written, so nothing rests on the drawing. */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  const room = WIDTH - LABEL - 90;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={label}>
      {bars.map((bar, index) => {
        const length = Math.round((room * bar.value) / longest);
        return (
          <g>
            <text x="0" y={index * ROW + 16}>
              {bar.label}
            </text>
            <rect
              class={bar.tone}
              x={LABEL}
              y={index * ROW + 5}
              width={Math.max(length, 1)}
              height="14"
              rx="2"
            />
            <text x={LABEL + length + 8} y={index * ROW + 16}>
              {bar.text ?? bar.value}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
