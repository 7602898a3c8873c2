import { renderToString } from 'preact-render-to-string';
import type { Frame, PileMoved } from '../../durable-objects/actor/live-event.ts';
import { pileTopic } from '../../schema/domain/piles/pile.ts';
import { PileProgress, pileProgressId } from '../../views/hmo/piles/pile-progress.tsx';
import { pileAmountId, pileAmounts, pileAmountText } from '../../views/hmo/piles/pile-sums.tsx';
import { Piece } from '../../views/ui/frame.tsx';

/** How far a pile is, and what it comes to, for those who look at it. */
export function pileFrames({ pile, figures, currency }: PileMoved): Frame[] {
  const see = pileTopic(pile);
  const progress = (
    <Piece id={pileProgressId}>
      <PileProgress figures={figures} id={pileProgressId} />
    </Piece>
  );
  const amounts = pileAmounts.map((name) => (
    <Piece id={pileAmountId(name)} swap="textContent">
      {pileAmountText(figures, name, currency)}
    </Piece>
  ));
  return [
    { see, html: renderToString(progress) },
    { see, html: amounts.map((each) => renderToString(each)).join('') },
  ];
}
