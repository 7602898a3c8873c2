/** What is counted, by spans of time, latest last: `[span, …figures]`. */
export type Spans = readonly (readonly number[])[];

/** One of the figures of a span: 0 the span itself; what was stored before a figure was added has none of it. */
export const figureAt = (figures: readonly number[], place: number): number => figures[place] ?? 0;

/** Adds to one of the figures. */
export function addAt(figures: number[], place: number, amount: number): void {
  figures[place] = figureAt(figures, place) + amount;
}

/** The spans that still count at `span`, which is the latest of so many. */
const lasting = (spans: Spans, span: number, most: number): Spans => {
  const isLasting = (figures: readonly number[]) => figureAt(figures, 0) > span - most;
  return spans.every(isLasting) ? spans : spans.filter(isLasting);
};

/**
 * The spans with `change` made to the figures of one of them (`empty` if there is none yet); spans too old to count fall off.
 * What comes late counts in the latest span: commands come in the order of their moments, clocks nearly so.
 */
export function changed(
  spans: Spans,
  { span, most, empty }: { span: number; most: number; empty: readonly number[] },
  change: (figures: number[]) => void,
): Spans {
  const kept = lasting(spans, span, most);
  const last = kept[kept.length - 1];
  const isNew = last === undefined || figureAt(last, 0) < span;
  const figures = isNew ? [span, ...empty] : [...last];
  change(figures);
  return isNew ? [...kept, figures] : [...kept.slice(0, -1), figures];
}

/** The spans with these amounts added to the figures of the span at `span`. */
export function added(spans: Spans, span: number, most: number, amounts: readonly number[]): Spans {
  const empty = amounts.map(() => 0);
  return changed(spans, { span, most, empty }, (figures) => {
    for (const [i, amount] of amounts.entries()) addAt(figures, i + 1, amount);
  });
}

/** The sum of the figure at `place` (1, 2 …) over spans that count at `span`. */
export function total(spans: Spans, span: number, most: number, place: number): number {
  let sum = 0;
  for (const figures of spans) if (figureAt(figures, 0) > span - most) sum += figureAt(figures, place);
  return sum;
}
