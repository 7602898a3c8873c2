import type { ComponentChildren } from 'preact';
import { BellCount } from '../ui/bell.tsx';
import { Piece } from '../ui/frame.tsx';

/** What a page says about itself, whole or as a piece. */
export type Page = {
  title: string;
  /** The id of its navigation item. */
  nav?: string | undefined;
  /** What it looks at, in the live stream's words: `queue`, `claim:CLM-26-48210`. */
  see?: readonly string[] | undefined;
  /** The journal's number, read before the rows. */
  seq?: number | undefined;
  /** A lease to renew while the page is open and in sight, and to give back on leaving. */
  lease?: { renew: string; release: string };
};

/** The part that changes from page to page. */
export function Main({ page, children }: { page: Page; children: ComponentChildren }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      aria-label={page.title}
      data-nav={page.nav}
      data-see={page.see?.join(' ')}
      data-seq={page.seq}
      data-renew={page.lease?.renew}
      data-release={page.lease?.release}
    >
      {children}
    </main>
  );
}

/** The document's title: what the page is, then whose it is. */
export function documentTitle(page: Page, site: string): string {
  return `${page.title} · ${site}`;
}

type MainPieceProps = { page: Page; site: string; unread?: number | undefined; children: ComponentChildren };

/** The answer to `HX-Request-Type: partial`: title, main, and the bell's count. */
export function MainPiece({ page, site, unread, children }: MainPieceProps) {
  return (
    <>
      <title>{documentTitle(page, site)}</title>
      <Main page={page}>{children}</Main>
      {unread === undefined ? null : (
        <Piece id="bell-count">
          <BellCount unread={unread} />
        </Piece>
      )}
    </>
  );
}
