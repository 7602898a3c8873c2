import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { MainPiece, type Page } from '../views/layouts/main-piece.tsx';
import type { AppEnv } from './env.ts';

/** One page, ready to be answered whole or as the piece that changes. */
export interface View {
  page: Page;
  /** whose product it is: the second half of the title */
  site: string;
  /** what stands in `<main>` */
  content: ComponentChildren;
  /** the whole document around the content: a layout */
  whole: (content: ComponentChildren) => VNode;
  /** the bell's count, where the page has a bell */
  unread?: number | undefined;
  /** further pieces of the page that change with it (each a `Piece`) */
  beside?: ComponentChildren;
}

/** Whether htmx asks for the changing piece only. */
export function asksForPiece(c: Context<AppEnv>): boolean {
  return c.req.header('HX-Request-Type') === 'partial';
}

/** Whether what htmx asks for goes into one place of the page rather than into the page's main part. */
export function asksForPlace(c: Context<AppEnv>): boolean {
  c.header('Vary', 'HX-Target', { append: true });
  return asksForPiece(c) && c.req.header('HX-Target') !== 'main#main';
}

function html(c: Context<AppEnv>, text: string, status: ContentfulStatusCode): Response {
  c.header('Vary', 'HX-Request-Type', { append: true });
  return c.html(text, status);
}

/** Answers with a page, or with its changing piece where htmx asks for that. */
export function render(c: Context<AppEnv>, view: View, status: ContentfulStatusCode = 200): Response {
  if (!asksForPiece(c)) return html(c, `<!doctype html>${renderToString(view.whole(view.content))}`, status);
  // A refused form keeps its address: a history entry would lead back to nothing.
  if (status >= 400) c.header('HX-Push-Url', 'false');
  const piece = (
    <>
      <MainPiece page={view.page} site={view.site} unread={view.unread}>
        {view.content}
      </MainPiece>
      {view.beside}
    </>
  );
  return html(c, renderToString(piece), status);
}

/** Answers with pieces alone: a search's options, the bell's list, rows further down. */
export function renderPiece(c: Context<AppEnv>, piece: VNode, status: ContentfulStatusCode = 200): Response {
  return html(c, renderToString(piece), status);
}

/**
 * After a form has done its work: htmx gets the page it leads to at once (a redirect would cost a round trip) with its
 * address, a plain form gets 303.
 */
export async function arriveAt(
  c: Context<AppEnv>,
  address: string,
  page: () => Response | Promise<Response>,
): Promise<Response> {
  c.header('Vary', 'HX-Request-Type', { append: true });
  if (!asksForPiece(c)) return c.redirect(address, 303);
  c.header('HX-Push-Url', address);
  return page();
}

/** Sends the browser to another address as a whole: another layout, another person. */
export function leaveFor(c: Context<AppEnv>, address: string, status: 200 | 401 = 200): Response {
  c.header('Vary', 'HX-Request-Type', { append: true });
  if (!asksForPiece(c)) return c.redirect(address, 303);
  c.header('HX-Redirect', address);
  return c.body(null, status);
}
