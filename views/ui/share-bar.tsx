type Part = { size: number; look: 'first' | 'second' | 'third' };

type ShareBarProps = {
  /** The same in words, for those who do not see the bar. */
  label: string;
  whole: number;
  parts: readonly Part[];
};

/** How a whole is taken up, part after part; the figures stand beside it in text. */
export function ShareBar({ label, whole, parts }: ShareBarProps) {
  let from = 0;
  const drawn = parts.map(({ size, look }) => {
    const width = whole <= 0 ? 0 : Math.min(100 - from, Math.round((1000 * Math.max(0, size)) / whole) / 10);
    const at = from;
    from += width;
    return { at, width, look };
  });
  return (
    <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={label}>
      {drawn.map(({ at, width, look }) =>
        width <= 0 ? null : <rect class={look} x={at} width={width} height={6} />,
      )}
    </svg>
  );
}
