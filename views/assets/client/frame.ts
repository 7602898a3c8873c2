import { linkOf } from './focus.ts';
import { htmx } from './htmx.ts';

/** Swaps the pieces of a frame in. A focus whose row goes away moves to the next row: the place is never lost. */
export async function applyPieces(html: string): Promise<void> {
  const row = document.activeElement?.closest('tbody tr, .links > li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const { body } = document;
  await htmx.swap({ text: html, sourceElement: body, target: body, swap: 'none' });
  if (row && !row.isConnected) linkOf(neighbour)?.focus();
  for (const [, id] of html.matchAll(/<hx-partial id="([^"]+)"/g))
    markFresh(document.getElementById(id ?? ''));
}

function markFresh(element: HTMLElement | null): void {
  if (!element?.matches('tr, .stat')) return;
  element.classList.add('fresh');
  element.addEventListener('animationend', () => element.classList.remove('fresh'), { once: true });
}
