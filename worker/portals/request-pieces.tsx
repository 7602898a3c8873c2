import type { ComponentChildren } from 'preact';
import { RequestTotals } from '../../views/provider/authorizations/request-totals.tsx';
import type { DraftAssessment } from '../../views/provider/draft-view.ts';
import { assessmentId, LineAssessment } from '../../views/provider/line-assessment.tsx';
import { WhoItIs, type WhoShown } from '../../views/provider/who-it-is.tsx';
import { Piece } from '../../views/ui/frame.tsx';
import type { DraftSent } from './provider/draft-input.ts';

/** The numbers that the page's rows have: script may have left gaps between them. */
const rowsOf = ({ texts }: DraftSent): number[] =>
  (texts.get('rows') ?? '')
    .split(',')
    .filter((row) => /^\d{1,4}$/.test(row))
    .slice(0, 100)
    .map(Number);

type RequestPiecesProps = {
  sent: DraftSent;
  who: WhoShown | null | undefined;
  assessment: DraftAssessment | null;
  currency: string;
  children?: ComponentChildren;
};

/** What a request comes to so far, for the page that is being typed into: who it is for, line by line, and in all. */
export function RequestPieces({ sent, who, assessment, currency, children }: RequestPiecesProps) {
  return (
    <>
      <Piece id="who">
        <WhoItIs who={who} blamed={false} />
      </Piece>
      {rowsOf(sent).map((row, index) => (
        <Piece id={assessmentId(row)}>
          <LineAssessment row={row} assessed={assessment?.lines[index]} currency={currency} />
        </Piece>
      ))}
      <Piece id="assessment">
        <RequestTotals assessment={assessment} currency={currency} />
      </Piece>
      {children}
    </>
  );
}
