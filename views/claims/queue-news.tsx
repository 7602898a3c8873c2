type QueueNewsProps = {
  /** where it stands: each page says whether it belongs there; left out: on every page */
  place?: string | undefined;
  number: string;
  /** What became of it: `arrived`. */
  happened: string;
  /** The list as it is now: the address that the page has already. */
  href: string;
};

/** Says that a list has changed instead of letting its rows jump; the script counts where there were several. */
export function QueueNews({ number, happened, href, place }: QueueNewsProps) {
  const came = place === undefined ? {} : { 'data-came': number, 'data-place': place };
  return (
    <p class="notice" {...came}>
      <b>{number}</b> {happened}. <a href={href}>Show</a>
    </p>
  );
}

/** Says that the rules have put the list into another order. */
export function OrderNews({ href }: { href: string }) {
  return (
    <p class="notice">
      The rules of the queue have changed its order. <a href={href}>Show</a>
    </p>
  );
}
