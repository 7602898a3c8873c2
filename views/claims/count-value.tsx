/** A number that a live frame may replace; `name` is a claim state, `open` or `late`. */
export function CountValue({ name, value }: { name: string; value: number }) {
  return <span id={`count-${name}`}>{value.toString().replace(/\B(?=(\d{3})+$)/g, ',')}</span>;
}
