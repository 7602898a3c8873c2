import { paths } from '../paths.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';

/** Starts a draft; `commandId` makes two clicks one draft. */
export function NewClaimButton({ commandId }: { commandId: string }) {
  return (
    <Form action={paths.provider.drafts()} commandId={commandId} inline>
      <Button look="primary" keys="c">
        New claim
      </Button>
    </Form>
  );
}
