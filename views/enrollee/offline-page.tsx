import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';

/** There is no line: what is on the device is the card. */
export function OfflinePage() {
  return (
    <div class="stack">
      <h1>You are offline</h1>
      <p>This page needs a connection. Your card is kept on this device and opens without one.</p>
      <ButtonLink href={paths.me.card()} look="primary" wide>
        Show my card
      </ButtonLink>
      <ButtonLink href={paths.me.dashboard()} wide>
        Try again
      </ButtonLink>
    </div>
  );
}
