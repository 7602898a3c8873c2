import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { type AskedVisit, questionOf, VisitText } from './alert-words.tsx';
import { AnswerForm } from './answer-form.tsx';

/** The question on an open screen, whatever is looked at there. It can wait: nothing is assumed of who closes it. */
export function VisitDialog({ commandId, ...visit }: AskedVisit & { commandId: string }) {
  return (
    <AlertDialog
      id={`alert-${visit.number}`}
      title={questionOf(visit)}
      actions={
        <>
          <AnswerForm action={paths.alerts.answers(visit.number)} commandId={commandId} whose={visit.whose} />
          <form method="dialog">
            <Button look="quiet">Later</Button>
          </form>
        </>
      }
    >
      <VisitText {...visit} />
      <p>An emergency was just reported there on {visit.whose === null ? 'your' : 'this'} cover.</p>
    </AlertDialog>
  );
}
