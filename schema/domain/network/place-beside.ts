/** Whether a name says a place already: as its end, on its own. */
function ends(name: string, place: string): boolean {
  const [whole = '', end = ''] = [name, place].map((text) => text.replace(/[\s).]+$/, '').toLowerCase());
  return whole === end || (whole.endsWith(end) && /[\s,(–-]$/u.test(whole.slice(0, -end.length)));
}

/**
 * Where a facility is, for beside its name: town and state, each said once, and the town left out where the name ends with it
 * ("Lagoon View Hospital, Ikeja" is in "Lagos"). Empty: nothing is left to say.
 */
export function placeBeside(name: string, places: readonly (string | null | undefined)[]): string {
  const said = places.flatMap((place) => (place && !ends(name, place) ? [place] : []));
  return [...new Set(said)].join(', ');
}
