import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Counts, Frame } from '../../durable-objects/actor/live-event.ts';
import { claimStates, openStates } from '../../schema/domain/claims/claim.ts';
import { CountValue } from '../../views/claims/count-value.tsx';
import { Piece } from '../../views/ui/frame.tsx';

/** so many figures of eleven digits still fit into one frame */
const figures_each_frame = 3;

const countOf = (name: string, value: number): VNode => (
  <Piece id={`count-${name}`}>
    <CountValue name={name} value={value} />
  </Piece>
);

/** Names of a dashboard's figures are longer than states. */
const named_each_frame = 2;

/** What has changed of a manager's figures, for those who look at the dashboard. */
export function figureFrames(figures: readonly (readonly [name: string, value: number])[]): Frame[] {
  const frames: Frame[] = [];
  for (let from = 0; from < figures.length; from += named_each_frame)
    frames.push({
      see: 'dashboard',
      html: figures
        .slice(from, from + named_each_frame)
        .map(([name, value]) => renderToString(countOf(name, value)))
        .join(''),
    });
  return frames;
}

/** The figures of a dashboard, and for everybody the open claims beside the navigation and `more` in the same frame. */
export function countFrames({ byState, late }: Counts, more = ''): Frame[] {
  const open = openStates.reduce((sum, state) => sum + byState[state].claims, 0);
  const figures = [
    countOf('open', open),
    countOf('late', late),
    ...claimStates.map((state) => countOf(state, byState[state].claims)),
  ];
  const frames: Frame[] = [
    {
      see: '*',
      html:
        renderToString(
          <Piece id="nav-count-claims" swap="textContent">
            {open}
          </Piece>,
        ) + more,
    },
  ];
  for (let from = 0; from < figures.length; from += figures_each_frame)
    frames.push({
      see: 'dashboard',
      html: figures
        .slice(from, from + figures_each_frame)
        .map((each) => renderToString(each))
        .join(''),
    });
  // the queue's heading says how many are open and late
  frames.push({
    see: 'queue',
    html: [countOf('open', open), countOf('late', late)].map((each) => renderToString(each)).join(''),
  });
  return frames;
}
