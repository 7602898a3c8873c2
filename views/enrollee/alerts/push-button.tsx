import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

/** Has this device told, also while the portal is closed; the script asks the browser for leave. */
export function PushButton({ publicKey }: { publicKey: string }) {
  return (
    <Card title="On this device">
      <p>You can be told at once, also when this page is closed.</p>
      <Button type="button" data-push-key={publicKey} data-push-action={paths.alerts.browsers()}>
        Tell me on this device
      </Button>
      <p id="push-said" role="status" />
    </Card>
  );
}
