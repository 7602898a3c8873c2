import { type LinkState, linkStates } from '../../schema/domain/network/link.ts';
import { linkStateWords } from './link-words.ts';

/** The tabs of a list of links: all of them, then state by state with how many there are. */
export function stateTabs(
  chosen: LinkState | '',
  counts: Readonly<Partial<Record<LinkState, number>>>,
  href: (state: LinkState | '') => string,
) {
  const all = Object.values(counts).reduce((sum, links) => sum + links, 0);
  return [
    { label: 'All', href: href(''), current: chosen === '', count: all },
    ...linkStates.map((state) => ({
      label: linkStateWords[state],
      href: href(state),
      current: chosen === state,
      count: counts[state] ?? 0,
    })),
  ];
}
