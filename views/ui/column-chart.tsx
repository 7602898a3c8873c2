type ColumnValue = { label: string; value: number /** How the value is written. */; text: string };

const STEP = 10;
const HEIGHT = 100;

/** Values over time, drawn by the server: each is also written under its column. */
export function ColumnChart({ label, columns }: { label: string; columns: readonly ColumnValue[] }) {
  const highest = Math.max(1, ...columns.map((column) => column.value));
  return (
    <div class="columns">
      <svg
        viewBox={`0 0 ${Math.max(1, columns.length) * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {columns.map(({ value }, index) => {
          const height = Math.round((HEIGHT * Math.max(0, value)) / highest);
          return <rect x={index * STEP + 2} y={HEIGHT - height} width={STEP - 4} height={height} />;
        })}
      </svg>
      <ol aria-label={label}>
        {columns.map((column) => (
          <li>
            {column.label}
            <b>{column.text}</b>
          </li>
        ))}
      </ol>
    </div>
  );
}
