import type { ComponentChildren } from 'preact';

export type Swap =
  | 'outerMorph'
  | 'outerHTML'
  | 'innerHTML'
  | 'afterbegin'
  | 'beforeend'
  | 'delete'
  | 'textContent';

type PieceProps = { swap?: Swap | undefined; children?: ComponentChildren } & (
  | { id: string }
  | { target: string }
);

/**
 * One piece that finds its own place: by the `id` of what it replaces, or by a `target` selector. Always this, never
 * `hx-swap-oob`: a `<tr>` beside another element would vanish silently.
 */
export function Piece({ swap = 'outerMorph', children, ...where }: PieceProps) {
  return 'id' in where ? (
    <hx-partial id={where.id} hx-swap={swap}>
      {children}
    </hx-partial>
  ) : (
    <hx-partial hx-target={where.target} hx-swap={swap}>
      {children}
    </hx-partial>
  );
}

/** A live frame: the journal number and one fragment, on one line (the grammar: assets/client/live.ts). */
export function frame(seq: number, html: string): string {
  return `${seq} ${html.replaceAll('\n', ' ')}`;
}

/** Tells a page that what it missed is gone from the ring: it fetches itself once. */
export function staleFrame(seq: number): string {
  return `${seq} !stale`;
}

/** Tells a page that its session is over: it empties itself and asks to sign in. */
export const endFrame = '0 !end';
