/**
 * The live stream: what other people's work changes appears without a request.
 *
 * The page names in `body[data-live]` where to listen, in `main[data-see]` what it looks at (topics, separated by
 * spaces) and in `main[data-seq]` the journal number its rows were read at.
 *
 * Opening:  `<data-live>?since=<seq>&see=<topic,topic>` as a WebSocket; where that does not open, `<path>/events` with the
 *           same query as server-sent events (`id: <seq>`, `data: <frame>`). Without a number there is no `since`. The
 *           cookie says who listens.
 * Frames:   `<seq> <html>`: the journal number, a space, then on one line one or more
 *           `<hx-partial id="…" hx-swap="outerMorph">…</hx-partial>` (or `hx-target="#rows" hx-swap="afterbegin"`), the same
 *           for every viewer. What has no place on a page is ignored there. `seq` 0: not in the journal, applied always.
 *           `<seq> !counts <name>=<figure> …`: what stands in `#count-<name>` from now on.
 *           `<seq> !stale`: what was missed is gone; every page fetches its own main once and morphs it.
 *           `0 !end`, or close code 4401: the session is over; every tab empties itself.
 * Said:     `see <since> <topic,topic>` (`-` for no number) when the topics of this browser's tabs change: the server sends frames for these
 *           from now on, and first those after `since`. `ping`, which the server answers with `pong`.
 *
 * A frame counts once a page: exact repeats, and numbers the page was rendered with, are dropped; so a replay may overlap.
 * One tab, the holder of a lock, has the socket; it tells the others over a broadcast channel and asks for what they see.
 */
import { Connection } from './connection.ts';
import { applyPieces } from './frame.ts';
import { mainOf, onPage, refresh } from './page.ts';

type View = { tab: string; since: number; topics: string };
type Word = { frame: string } | { view: View } | { who: true };

const KEPT_FRAMES = 300;

const tab = Math.random().toString(36).slice(2);
const recent = new Set<string>();
const views = new Map<string, string>();
let channel: BroadcastChannel | null = null;
let connection: Connection | null = null;
let release: (() => void) | null = null;
let holding: AbortController | null = null;
let href = '';
let last = 0;
let base = 0;

function myView(): View {
  const { see = '', seq } = mainOf()?.dataset ?? {};
  return { tab, since: seq ? Number(seq) : last, topics: see };
}

function topicsOfAll(): string {
  const all = [...views.values()].flatMap((topics) => topics.split(' '));
  return [...new Set(all)].filter(Boolean).join(',');
}

function address(scheme: 'ws' | 'http'): URL {
  const url = new URL(href, location.href);
  url.protocol = url.protocol.replace('http', scheme);
  if (scheme === 'http') url.pathname += '/events';
  if (last > 0) url.searchParams.set('since', String(last));
  url.searchParams.set('see', topicsOfAll());
  return url;
}

function take(frame: string): void {
  const space = frame.indexOf(' ');
  const seq = Number(frame.slice(0, space));
  const html = frame.slice(space + 1);
  if (seq > last) last = seq;
  if (html === '!end') document.dispatchEvent(new Event('vetra:end'));
  else if (html === '!stale') void refresh();
  else if (seq === 0) void applyPieces(html);
  else if (seq > base && !recent.has(frame)) {
    recent.add(frame);
    for (const oldest of recent) if (recent.size > KEPT_FRAMES) recent.delete(oldest);
    void applyPieces(html);
  }
}

/** As the holder: what all tabs look at, told to the server when it changes or when one of them was read earlier. */
function note({ tab: of, since, topics }: View): void {
  const known = topicsOfAll();
  views.set(of, topics);
  const all = topicsOfAll();
  if (all !== known || since < last) connection?.say(`see ${since || '-'} ${all}`);
}

function tell(word: Word): void {
  channel?.postMessage(word);
}

function hold(): Promise<void> {
  views.set(tab, myView().topics);
  tell({ who: true });
  connection = new Connection({
    address,
    hear(frame) {
      tell({ frame });
      take(frame);
    },
  });
  return new Promise((resolve) => {
    release = resolve;
  });
}

function listen(): void {
  channel = new BroadcastChannel(`vetra-live:${href}`);
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if ('frame' in data) take(data.frame);
    else if ('view' in data) note(data.view);
    else tell({ view: myView() });
  };
  if (!navigator.locks) void hold();
  else {
    holding = new AbortController();
    navigator.locks.request(`vetra-live:${href}`, { signal: holding.signal }, hold).catch(() => undefined);
    tell({ view: myView() });
  }
}

/** Closes the socket, or stops waiting for it; another tab takes over. */
export function stopLive(): void {
  tell({ view: { tab, since: last, topics: '' } });
  holding?.abort();
  connection?.close();
  release?.();
  channel?.close();
  channel = connection = release = holding = null;
}

/** Listens while the page is shown; an open socket would keep it out of the back-forward cache. */
export function startLive(): void {
  href = document.body.dataset.live ?? '';
  if (!href) return;
  let seen = '';
  onPage(() => {
    const view = myView();
    const now = `${view.since} ${view.topics} ${location.href}`;
    if (now === seen) return;
    seen = now;
    base = view.since;
    // What was told while this page was on its way had its place on the page before; it is told again and counts anew.
    recent.clear();
    last = Math.max(last, base);
    if (connection) note(view);
    else tell({ view });
  });
  listen();
  addEventListener('pagehide', stopLive);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    listen();
    void refresh();
  });
}
