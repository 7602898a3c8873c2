import { grouped } from '../ui/grouped.ts';

/** A number, grouped by thousands. With `name` (a claim state, `open`, `late`) a live frame may replace it. */
export function CountValue({ name, value }: { name?: string; value: number }) {
  return <span id={name === undefined ? undefined : `count-${name}`}>{grouped(value)}</span>;
}
