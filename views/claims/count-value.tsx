/** `12345` as `12,345`. */
export const grouped = (value: number): string => value.toString().replace(/\B(?=(\d{3})+$)/g, ',');

/** A number, grouped by thousands. With `name` (a claim state, `open`, `late`) a live frame may replace it. */
export function CountValue({ name, value }: { name?: string; value: number }) {
  return <span id={name === undefined ? undefined : `count-${name}`}>{grouped(value)}</span>;
}
