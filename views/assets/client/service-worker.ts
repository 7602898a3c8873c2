import { mePaths } from '../../paths/me.ts';
import { isOurs, keepCard, keepOffline, noteOwner, pageOf, pieceOf } from './service-worker-card.ts';
import { startPush } from './service-worker-push.ts';

declare const self: ServiceWorkerGlobalScope;

/** What a page says: whose portal is open, so that what was kept of somebody else goes. */
type Said = { owner: string };

const isSaid = (data: unknown): data is Said =>
  typeof data === 'object' && data !== null && 'owner' in data && typeof data.owner === 'string';

self.addEventListener('install', (event) => {
  event.waitUntil(keepOffline().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (!isSaid(event.data)) return;
  const { owner } = event.data;
  event.waitUntil(
    noteOwner(owner)
      .then(keepCard)
      // Without a line, what is kept stays; the next page says it again.
      .catch(() => undefined),
  );
});

const ofCard = new Set<RequestDestination>(['style', 'script', 'image', 'manifest', 'font']);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (ofCard.has(request.destination))
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  else if (request.mode === 'navigate' && isOurs(pathname)) event.respondWith(pageOf(event));
  else if (pathname === mePaths.card()) event.respondWith(pieceOf(request));
});

startPush();
