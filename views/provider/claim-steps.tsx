import { type Claim, openStates } from '../../schema/domain/claims/claim.ts';
import { correction_days_max } from '../../schema/domain/claims/replacement.ts';
import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DialogButton, PopDialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';

/** What else the facility's people may do with a claim; null: not this, or not this person. */
export interface ClaimSteps {
  withdrawId: string | null;
  replaceId: string | null;
}

type ClaimStepsProps = { tenantId: string; claim: Claim; steps: ClaimSteps };

const dialog = 'withdraw';

function Withdraw({ tenantId, claim, commandId }: { tenantId: string; claim: Claim; commandId: string }) {
  return (
    <>
      <DialogButton dialog={dialog} look="quiet">
        Withdraw the claim
      </DialogButton>
      <PopDialog id={dialog} title={`Withdraw ${claim.number}?`}>
        <p>
          The insurer is told and decides nothing about it. A withdrawn claim cannot be taken up again; what
          was done can be filed as a new one.
        </p>
        <Form action={paths.provider.withdrawals(tenantId, claim.number)} commandId={commandId}>
          <div class="actions">
            <Button look="refuse">Withdraw it</Button>
            <DialogButton dialog={dialog}>Keep it</DialogButton>
          </div>
        </Form>
      </PopDialog>
    </>
  );
}

function Replace({ tenantId, claim, commandId }: { tenantId: string; claim: Claim; commandId: string }) {
  const part = claim.state === 'APPROVED';
  return (
    <>
      <p class="mute">
        {part
          ? 'The lines that were refused can be corrected and filed again'
          : 'The claim can be corrected and filed again'}{' '}
        within {correction_days_max} days of the decision.
      </p>
      <Form action={paths.provider.replacements(tenantId, claim.number)} commandId={commandId}>
        <Button look="primary">Correct and file again</Button>
      </Form>
    </>
  );
}

/** Withdrawing a claim that nobody has decided yet, or filing again what was refused of it. */
export function ClaimStepsCard({ tenantId, claim, steps: { withdrawId, replaceId } }: ClaimStepsProps) {
  if (withdrawId === null && replaceId === null) return null;
  const isOpen = openStates.some((state) => state === claim.state);
  return (
    <Card
      title={isOpen ? 'This claim' : 'What was refused'}
      {...(replaceId === null ? {} : { kind: 'lead' as const })}
    >
      {withdrawId === null ? null : <Withdraw {...{ tenantId, claim }} commandId={withdrawId} />}
      {replaceId === null ? null : <Replace {...{ tenantId, claim }} commandId={replaceId} />}
    </Card>
  );
}
