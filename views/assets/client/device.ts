import { policy } from './htmx.ts';

/**
 * The part of the portal that stays on the device: the worker that keeps the card for when there is no line. It is told whose
 * portal this is, so that nobody finds somebody else's card; signing out takes it from the device.
 */
export function startDevice(): void {
  const { worker, scope = '', owner } = document.body.dataset;
  if (!worker || !owner || !navigator.serviceWorker) return;
  const script: unknown = policy.createScriptURL(worker);
  // Typed as a string; where trusted types are enforced it is a trusted address.
  navigator.serviceWorker.register(script as string, { scope }).then(
    ({ active, waiting, installing }) => (active ?? waiting ?? installing)?.postMessage({ owner }),
    () => undefined,
  );
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLElement) || target.dataset.ends === undefined) return;
    void caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
  });
}
