import { renderToString } from 'preact-render-to-string';
import type { Counts, Frame } from '../../durable-objects/actor/live-event.ts';
import { claimStates, openStates } from '../../schema/domain/claims/claim.ts';
import { Piece } from '../../views/ui/frame.tsx';
import { grouped } from '../../views/ui/grouped.ts';

/** So many of the 400 bytes of a frame its number leaves; what stands here is Latin letters and figures alone. */
const frame_bytes_max = 380;

type NamedFigure = readonly [name: string, value: number];

/**
 * Each frame is a send to everybody who looks, and that is what it costs: as many figures go into one as it has room for, as
 * `!counts <name>=<figure> …` in place of a piece each.
 */
function packed(see: string, figures: readonly NamedFigure[]): Frame[] {
  const frames: Frame[] = [];
  for (const [name, value] of figures) {
    const word = ` ${name}=${grouped(value)}`;
    const last = frames[frames.length - 1];
    if (last && last.html.length + word.length <= frame_bytes_max) last.html += word;
    else frames.push({ see, html: `!counts${word}` });
  }
  return frames;
}

const openOf = ({ byState }: Counts): number =>
  openStates.reduce((sum, state) => sum + byState[state].claims, 0);

/** For everybody the open claims and requests beside the navigation, with `more` in the same frame; for the queue's heading what is open and late. */
export function countFrames(counts: Counts, more = ''): Frame[] {
  const open = openOf(counts);
  const mark = [['claims', open] as const, ['authorizations', counts.requests] as const]
    .map(([item, count]) =>
      renderToString(
        <Piece id={`nav-count-${item}`} swap="textContent">
          {count === 0 ? '' : count}
        </Piece>,
      ),
    )
    .join('');
  const heading: NamedFigure[] = [
    ['open', open],
    ['late', counts.late],
  ];
  return [{ see: '*', html: mark + more }, ...packed('queue', heading)];
}

/** A dashboard's figures: of a manager's what has changed; a facility's counts its claims by state. */
export function dashboardFrames(counts: Counts, changed: readonly NamedFigure[] | null): Frame[] {
  const always: NamedFigure[] = [
    ['open', openOf(counts)],
    ['late', counts.late],
  ];
  const byState = claimStates.map((state): NamedFigure => [state, counts.byState[state].claims]);
  return packed('dashboard', [...always, ...(changed ?? byState)]);
}
