import type { Context } from 'hono';
import { refuse } from '../../../schema/domain/refusal.ts';
import { assessmentId, LineAssessment } from '../../../views/provider/line-assessment.tsx';
import { AssessmentSumsPiece } from '../../../views/provider/lines-step.tsx';
import { WhoItIs } from '../../../views/provider/who-it-is.tsx';
import { Piece } from '../../../views/ui/frame.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { draftById } from '../../queries/draft-by-id.ts';
import { renderPiece } from '../../render.tsx';
import { assessDraft as assessLines, whoIsMeant } from './assess-draft.ts';
import { openDesk } from './desk.ts';
import { openDraft } from './draft-view.ts';

const gone = refuse('not_found', 'This draft was submitted or discarded, or belongs to someone else.');

/** The numbers that the page's rows have: script may have left gaps between them. */
const rowsAsked = (c: Context<AppEnv>): number[] =>
  (c.req.query('rows') ?? '')
    .split(',')
    .filter((row) => /^\d{1,4}$/.test(row))
    .slice(0, 100)
    .map(Number);

/** `GET …/assessment/<step>`: pieces for the page that is being typed into; it reads what was saved last and changes nothing. */
export async function assessDraft(c: Context<AppEnv>): Promise<Response> {
  const desk = await openDesk(c);
  const draft = await draftById(desk.db, c.req.param('draft') ?? '');
  if (draft === null || draft.claimNumber !== null) return answer(c, gone);
  const opened = await openDraft(c, desk, draft, draft.body);
  if (c.req.param('step') === 'patient') {
    const who = await whoIsMeant(c, opened);
    return renderPiece(
      c,
      <Piece id="who">
        <WhoItIs who={who} blamed={false} />
      </Piece>,
    );
  }
  const rows = rowsAsked(c);
  // A row came or went after the save that was asked about: the next save asks again.
  const assessment = rows.length === draft.body.lines.length ? await assessLines(c, opened) : undefined;
  if (assessment === undefined) return c.body(null, 204);
  const currency = opened.view.tenant?.currency ?? 'NGN';
  return renderPiece(
    c,
    <>
      {rows.map((row, index) => (
        <Piece id={assessmentId(row)}>
          <LineAssessment row={row} assessed={assessment?.lines[index]} currency={currency} />
        </Piece>
      ))}
      <AssessmentSumsPiece assessment={assessment} currency={currency} />
    </>,
  );
}
