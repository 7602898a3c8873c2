/** A piece of text to copy: it scrolls by itself where it is long, so it takes the focus. */
export function Sample({ label, title, text }: { label: string; title: string; text: string }) {
  return (
    <figure class="sample" aria-label={label}>
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}
