import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';

/** Has this device told, also while the portal is closed; the script asks the browser for leave, and shows of the two buttons the one that there is a use for. */
export function PushButton({ publicKey, told }: { publicKey: string; told: readonly string[] }) {
  return (
    <Card title="On this device">
      <p>You can be told at once, also when this page is closed.</p>
      <div class="cluster">
        <Button type="button" data-push-key={publicKey} data-push-action={paths.alerts.browsers()}>
          Tell me on this device
        </Button>
        <Button
          type="button"
          data-push-end={paths.alerts.browserEnds()}
          data-push-told={told.join(' ')}
          hidden
        >
          Stop telling this device
        </Button>
      </div>
      <p id="push-said" role="status" />
    </Card>
  );
}
