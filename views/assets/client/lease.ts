import { mainOf, onPage, refresh } from './page.ts';

const RENEW_MS = 4 * 60_000;

let held: { renew: string; release: string } | null = null;
let renewedAt = 0;

async function renew(): Promise<void> {
  if (!held || document.hidden || Date.now() - renewedAt < RENEW_MS) return;
  renewedAt = Date.now();
  const { renew: url } = held;
  try {
    const answer = await fetch(url, { method: 'POST' });
    // Somebody else has it now, or the session is over: the page says which.
    if (!answer.ok && held?.renew === url) await refresh();
  } catch {
    renewedAt = Date.now() - RENEW_MS + 15_000;
  }
}

function follow(): void {
  const { renew: url, release } = mainOf()?.dataset ?? {};
  if (held?.release === release) return;
  if (held) navigator.sendBeacon(held.release);
  held = url && release ? { renew: url, release } : null;
  renewedAt = Date.now();
}

/** Keeps what the page leases while it is open and in sight, and gives it back on leaving. */
export function startLease(): void {
  onPage(follow);
  setInterval(renew, 15_000);
  document.addEventListener('visibilitychange', renew);
  addEventListener('pagehide', () => held && navigator.sendBeacon(held.release));
  addEventListener('pageshow', (event) => {
    if (event.persisted) renewedAt = 0;
    void renew();
  });
}
