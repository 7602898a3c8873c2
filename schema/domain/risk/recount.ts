import type { Moment } from '../dates.ts';
import type { FacilityBaseline, PeersBaseline } from './baseline.ts';
import { withClaim } from './peers.ts';
import { withSubmission } from './submissions.ts';

/** What of a facility's baseline follows from when it filed, and from nothing that may have been changed since. */
export type Counted = Pick<FacilityBaseline, 'window' | 'peaks' | 'amounts'>;

/** A claim as it was filed. */
export interface Filing {
  at: Moment;
  /** it corrects another one, whose services were counted with that */
  replaces: boolean;
  /** it was found to belong to a burst as it was filed */
  isBurst: boolean;
}

const none: Counted = { window: { at: 0, count: 0, before: 0 }, peaks: [], amounts: [] };

/** A facility's counts with one more claim, as the commands make them: called for every claim in the order of filing. */
export function countedWith(
  before: Counted | undefined,
  { at, replaces, isBurst }: Filing,
  windowsMin: number,
): Counted {
  const known = before ?? none;
  const { amounts } = known;
  const submitted = withSubmission(known, at, { windowsMin, isBurst });
  return { ...submitted, amounts: replaces ? amounts : withClaim(amounts, at, false) };
}

/** Claims by spans of ten days, as text: `1234: 7, 1235: 2`. */
const spansText = (amounts: FacilityBaseline['amounts']): string =>
  amounts.map(([span = 0, claims = 0]) => `${span}: ${claims}`).join(', ');

/**
 * What does not agree between a facility's counts as they are kept and as the claims say, in words. `peaks`: whether the sizes of its windows
 * can be compared, which they cannot after the rule's settings were changed.
 */
export function countFaults(
  kept: Counted | undefined,
  said: Counted,
  { peaks }: { peaks: boolean },
): string[] {
  if (kept === undefined) return ['no baseline is kept'];
  const windowText = ({ window: { at, count, before } }: Counted) =>
    `${count} after ${before} in window ${at}`;
  const faults: string[] = [];
  if (windowText(kept) !== windowText(said))
    faults.push(`kept is ${windowText(kept)}; the claims say ${windowText(said)}`);
  if (spansText(kept.amounts) !== spansText(said.amounts))
    faults.push(`kept are ${spansText(kept.amounts)}; the claims say ${spansText(said.amounts)}`);
  if (peaks && JSON.stringify(kept.peaks) !== JSON.stringify(said.peaks))
    faults.push('the sizes of its windows are not those of its claims');
  return faults;
}

/** Claims of all peers together by span; of spans that none of them has let go of yet. */
export function peersTotal(
  peers: readonly Pick<PeersBaseline, 'amounts'>[],
  spans: readonly number[],
): string {
  const sumOf = (span: number) =>
    peers.reduce((sum, { amounts }) => sum + (amounts.find(([at]) => at === span)?.[1] ?? 0), 0);
  return spans.map((span) => `${span}: ${sumOf(span)}`).join(', ');
}
