/** In place of the bell's count, for a frame that everybody gets: there is something new, how much differs by person. */
export function BellDot() {
  return (
    <b class="count" id="bell-count">
      <span aria-hidden="true">•</span>
      <span class="unseen">with something new</span>
    </b>
  );
}
