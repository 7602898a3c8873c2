/**
 * What is kept on the device for when there is no line: the card page of the one person whose portal is open here, the page that
 * says that there is no line, and what both are drawn with. Nothing else is ever kept, and the card goes when somebody else
 * signs in, when they sign out, and when the server has no card for whoever asks.
 */
import { mePaths } from '../../paths/me.ts';

const cardCache = 'vetra-card';
const offlineCache = 'vetra-offline';
/** A line that takes longer to answer is as good as none: the card is wanted at a desk, now. */
const patience_ms = 3_000;
/** names whose a page is; the same as in worker/portals/me/my-view.tsx */
const ownerHeader = 'X-Vetra-Owner';

const ownerOf = (response: Response | undefined) => response?.headers.get(ownerHeader) ?? null;

/** Every built file that a page names: its name carries the hash of what is in it. */
const filesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/(?:href|src)="([^"]+-[0-9a-f]{10}\.\w+)"/g)].flatMap(([, url]) => url ?? [])),
];

/** Puts a page and the files it names into a cache, and takes out what it does not name. */
async function keep(name: string, page: string, response: Response): Promise<void> {
  const html = await response.clone().text();
  const files = filesIn(html);
  const cache = await caches.open(name);
  await cache.addAll(files);
  await cache.put(page, response);
  const wanted = new Set([page, ...files].map((each) => new URL(each, location.origin).href));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/** Keeps the page that says that there is no line. */
export async function keepOffline(): Promise<void> {
  const response = await fetch(mePaths.offline());
  if (response.ok) await keep(offlineCache, mePaths.offline(), response);
}

/** Takes the card from the device. */
async function forget(): Promise<void> {
  await caches.delete(cardCache);
}

/** The card of anybody else goes. */
export async function noteOwner(owner: string): Promise<void> {
  const kept = await caches.match(mePaths.card(), { cacheName: cardCache });
  if (kept && ownerOf(kept) !== owner) await forget();
}

/** What an answer to somebody who asked for the card means for the one that is kept. */
async function noteCard(response: Response): Promise<void> {
  if (response.ok && ownerOf(response) !== null) await keep(cardCache, mePaths.card(), response);
  // Somebody is signed in who has no card here. A session that is over keeps it: its owner may stand at a desk without a line.
  else if (response.status === 403 || response.status === 404) await forget();
}

/** Fetches the card anew and keeps it. */
export async function keepCard(): Promise<void> {
  await noteCard(await fetch(mePaths.card()));
}

/** A worker rules over every address that begins as the portal's does; what merely begins with the same letters is not its. */
export const isOurs = (pathname: string): boolean =>
  pathname === mePaths.dashboard() || pathname.startsWith(`${mePaths.dashboard()}/`);

/** Without a line the portal's first page leads to the card, where there is one: whoever opens the app at a desk wants that. */
async function offlineHome(): Promise<Response> {
  const kept = await caches.match(mePaths.card(), { cacheName: cardCache });
  return kept ? Response.redirect(mePaths.card()) : offlinePage();
}

async function offlinePage(): Promise<Response> {
  return (await caches.match(mePaths.offline(), { cacheName: offlineCache })) ?? Response.error();
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms));

async function cardPage(event: FetchEvent): Promise<Response> {
  const asked = fetch(event.request);
  const noted = asked.then((response) => noteCard(response.clone()));
  event.waitUntil(noted.catch(() => undefined));
  const kept = await caches.match(mePaths.card(), { cacheName: cardCache });
  if (!kept) return asked.catch(offlinePage);
  return Promise.race([asked, after(patience_ms)]).then(
    (answered) => answered ?? kept,
    () => kept,
  );
}

/** A page that somebody goes to: the card from the device where the line is slow or gone, and of the others that there is none. */
export function pageOf(event: FetchEvent): Promise<Response> {
  const { pathname } = new URL(event.request.url);
  if (pathname === mePaths.card()) return cardPage(event);
  return fetch(event.request).then(
    async (response) => {
      const owner = ownerOf(response);
      if (owner !== null) await noteOwner(owner);
      return response;
    },
    pathname === mePaths.dashboard() ? offlineHome : offlinePage,
  );
}

/** The card asked for as a piece: without a line the browser goes to it as a whole. */
export function pieceOf(request: Request): Promise<Response> {
  return fetch(request).catch(
    () => new Response(null, { status: 200, headers: { 'HX-Redirect': mePaths.card() } }),
  );
}
