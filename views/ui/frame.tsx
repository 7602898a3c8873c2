import type { ComponentChildren } from 'preact';
import type {} from '../htmx.d.ts';

type Swap = 'outerMorph' | 'outerHTML' | 'innerHTML' | 'afterbegin' | 'beforeend' | 'delete' | 'textContent';

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
