import { stopLive } from './live.ts';

const PATIENCE_MS = 10_000;
const session = new BroadcastChannel('vetra-session');
let active = Date.now();
let told = 0;
let left = false;

/**
 * Empties the page at once, so that nothing stays on the screen, then shows what covers it. While another tab is still
 * signing out, the server would answer with the page itself once more: that tab says when it is over.
 */
function leave(over: boolean): void {
  // Every tab tells every other: the first to speak is enough.
  if (left) return;
  left = true;
  stopLive();
  const { covered } = document.body.dataset;
  document.body.replaceChildren();
  if (covered) location.replace(covered);
  else setTimeout(() => location.reload(), over ? 0 : PATIENCE_MS);
}

/** Ends every tab of this browser. */
function leaveEverywhere(): void {
  session.postMessage('over');
  leave(true);
}

function noteInput(): void {
  active = Date.now();
  if (active - told < 5000) return;
  told = active;
  session.postMessage('active');
}

function lockIfIdle(limitMs: number, action: string): void {
  if (Date.now() - active < limitMs) return;
  void fetch(action, { method: 'POST', keepalive: true }).finally(leaveEverywhere);
  document.body.replaceChildren();
  active = Number.POSITIVE_INFINITY;
}

/** Locks a shared terminal after a time without input in any tab; signing out in one tab empties them all. */
export function startLock(): void {
  session.onmessage = ({ data }) => {
    if (data === 'active') active = Date.now();
    else if (data === 'end') leave(false);
    else if (data === 'over') leave(true);
    else if (left && !document.body.dataset.covered) location.reload();
  };
  if (!document.body.dataset.live) session.postMessage('signed-out');
  document.addEventListener('vetra:end', leaveEverywhere);
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.dataset.ends === undefined) return;
    stopLive();
    session.postMessage('end');
  });
  const { lock, idle } = document.body.dataset;
  if (!lock || !idle) return;
  const limitMs = Number(idle) * 1000;
  for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'])
    addEventListener(type, noteInput, { passive: true });
  const check = () => lockIfIdle(limitMs, lock);
  setInterval(check, 1000);
  document.addEventListener('visibilitychange', check);
}
