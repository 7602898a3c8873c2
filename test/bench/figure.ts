import { median } from './load.ts';

/** One line of the table: what was measured, what it came to, and what it is held against. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** the aim of the specification, or '' */
  readonly aim: string;
  /** false: it falls short of the aim; null: there is none, or it cannot be told */
  readonly reached: boolean | null;
}

const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** A rate of several runs in one figure: the median, and the least and most. */
export function rateFigure(what: string, rates: readonly number[], least?: number): Figure {
  const middle = median(rates);
  const spread = rates.length > 1 ? ` (${number(Math.min(...rates))}–${number(Math.max(...rates))})` : '';
  return {
    what,
    measured: `${number(middle)}/s${spread}`,
    aim: least === undefined ? '' : `≥ ${number(least)}/s`,
    reached: least === undefined ? null : middle >= least,
  };
}

/** A time, with what it may be at most. */
export function timeFigure(what: string, ms: number, most_ms?: number): Figure {
  return {
    what,
    measured: `${number(ms)} ms`,
    aim: most_ms === undefined ? '' : `≤ ${number(most_ms)} ms`,
    reached: most_ms === undefined ? null : ms <= most_ms,
  };
}

/** A time in microseconds, with what it may be at most. */
export function microFigure(what: string, us: number, most_us: number): Figure {
  return { what, measured: `${number(us)} µs`, aim: `≤ ${number(most_us)} µs`, reached: us <= most_us };
}

/** A size in bytes, with what it may be at most. */
export function sizeFigure(what: string, bytes: number, most: number): Figure {
  return {
    what,
    measured: `${bytes.toLocaleString('en')} B`,
    aim: `≤ ${most.toLocaleString('en')} B`,
    reached: bytes <= most,
  };
}

/** Memory in megabytes. */
export function memoryFigure(what: string, bytes: number, most_mb?: number): Figure {
  const mb = bytes / 1024 / 1024;
  return {
    what,
    measured: `${number(mb)} MB`,
    aim: most_mb === undefined ? '' : `≤ ${most_mb} MB`,
    reached: most_mb === undefined ? null : mb <= most_mb,
  };
}

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  const mark = ({ reached }: Figure) => (reached === null ? '' : reached ? 'reached' : '**short**');
  const rows = figures.map(
    (figure) => `| ${figure.what} | ${figure.measured} | ${figure.aim} | ${mark(figure)} |`,
  );
  return ['| what | measured | aim | |', '|---|---|---|---|', ...rows].join('\n');
}
