import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser, BrowserContext, BrowserContextOptions, Page, WebSocketRoute } from 'playwright-core';
import { assets } from '../../../.build/assets/manifest.ts';
import { launchBrowser } from '../../support/browser.ts';
import { alertText, lockedText, noticesText, type PageName, pageText, suggestionsText } from './pages.tsx';

type Request = { method: string; path: string; piece: boolean; body: string };

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types vetra";
const pages: Record<string, PageName> = { '/queue': 'queue', '/claim': 'claim', '/draft': 'draft' };
const texts: Record<string, string> = {
  '/locked': lockedText,
  '/notices/list': noticesText,
  '/diagnoses': suggestionsText,
  '/alerts/1': alertText,
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** A browser before a server of component pages: real requests, and a live stream that the test speaks for. */
export class Stage {
  readonly requests: Request[] = [];
  /** The addresses sockets were opened at, and what was said on them. */
  readonly opened: string[] = [];
  readonly said: string[] = [];
  readonly faults: string[] = [];
  readonly #sockets = new Set<WebSocketRoute>();
  readonly #streams = new Set<ServerResponse>();
  readonly #server: Server;
  readonly #browser: Browser;
  /** Answers in place of the server, while it is set. */
  override: ((path: string) => { status: number; text: string } | null) | null = null;
  idleSeconds: number | undefined;
  context!: BrowserContext;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async open(): Promise<Stage> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Stage(server, await launchBrowser());
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  /** A fresh browser profile, and nothing remembered of the last. */
  async fresh(options: BrowserContextOptions = {}, sockets = true): Promise<void> {
    await this.context?.close();
    this.requests.length = this.opened.length = this.said.length = this.faults.length = 0;
    this.#sockets.clear();
    this.override = null;
    this.context = await this.#browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
    this.context.setDefaultTimeout(10_000);
    if (!sockets) return;
    await this.context.routeWebSocket(/\/live/, (socket) => {
      this.opened.push(new URL(socket.url()).pathname + decodeURIComponent(new URL(socket.url()).search));
      this.#sockets.add(socket);
      socket.onMessage((text) => this.said.push(String(text)));
      socket.onClose(() => this.#sockets.delete(socket));
    });
  }

  async page(path: string): Promise<Page> {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load'))
        this.faults.push(message.text());
    });
    await page.goto(this.origin + path);
    return page;
  }

  get socketCount(): number {
    return this.#sockets.size;
  }

  send(frame: string): void {
    for (const socket of this.#sockets) socket.send(frame);
    for (const stream of this.#streams) stream.write(`id: ${frame.split(' ')[0]}\ndata: ${frame}\n\n`);
  }

  /** Ends the sockets from the server's side. */
  async cut(code: number): Promise<void> {
    await Promise.all([...this.#sockets].map((socket) => socket.close({ code })));
    this.#sockets.clear();
  }

  posts(path: string): Request[] {
    return this.requests.filter((request) => request.method === 'POST' && request.path === path);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? '/', this.origin);
    const method = request.method ?? 'GET';
    const piece = request.headers['hx-request-type'] === 'partial';
    const asset = Object.values(assets).find(({ url }) => url === path);
    if (asset) {
      response.writeHead(200, { 'content-type': asset.type });
      response.end(brotliDecompressSync(asset.body));
      return;
    }
    if (path === '/live/events') {
      this.opened.push(decodeURIComponent(request.url ?? ''));
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      this.#streams.add(response);
      request.on('close', () => this.#streams.delete(response));
      return;
    }
    this.requests.push({ method, path, piece, body: await bodyOf(request) });
    const { status, text } = this.override?.(path) ?? this.#usual(method, path, piece);
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      vary: 'HX-Request-Type',
    };
    response.writeHead(status, status === 422 ? { ...headers, 'hx-push-url': 'false' } : headers);
    response.end(status === 204 ? undefined : text);
  }

  #usual(method: string, path: string, piece: boolean): { status: number; text: string } {
    const page = pages[path];
    if (method === 'POST')
      return page === 'claim' ? { status: 422, text: pageText('refused', piece) } : { status: 204, text: '' };
    if (page) return { status: 200, text: pageText(page, piece, this.idleSeconds) };
    return { status: texts[path] === undefined ? 404 : 200, text: texts[path] ?? 'There is nothing here.' };
  }
}

/** The id of the row, or else of the element, that has the focus. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return (
      focused?.closest('tr')?.id || focused?.id || focused?.getAttribute('name') || focused?.tagName || ''
    );
  });
}
