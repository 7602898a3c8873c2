import { linkOf } from './focus.ts';
import { htmx } from './htmx.ts';
import { isOfNoList, markGone } from './list.ts';

/** Figures by the names of their places, as a frame says them in few bytes. */
function showCounts(html: string): void {
  for (const word of html.split(' ')) {
    const [name, count = ''] = word.split('=');
    const place = document.getElementById(`count-${name}`);
    if (place) place.textContent = count;
  }
}

/** Swaps the pieces of a frame in. A focus whose row goes away moves to the next row: the place is never lost. */
export async function applyPieces(html: string): Promise<void> {
  if (html.startsWith('!counts')) return showCounts(html);
  if (isOfNoList(html)) return;
  const row = document.activeElement?.closest('tbody tr, .links > li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const { body } = document;
  await htmx.swap({ text: html, sourceElement: body, target: body, swap: 'none' });
  countNews(html);
  if (row && !row.isConnected) linkOf(neighbour)?.focus();
  for (const [, kind, place = ''] of html.matchAll(/<hx-partial (id|hx-target)="([^"]+)"/g)) {
    const element = document.querySelector<HTMLElement>(kind === 'id' ? `#${CSS.escape(place)}` : place);
    markFresh(element);
    markGone(element);
  }
}

/** The list's notice names the last claim that came; where several came, it says how many. */
function countNews(html: string): void {
  const news = html.includes('"queue-news"') ? document.getElementById('queue-news') : null;
  const told = news?.querySelector('b');
  if (!news || !told) return;
  const count = Number(news.dataset.count ?? 0) + 1;
  news.dataset.count = String(count);
  if (count > 1) told.textContent = `${count} new ${news.dataset.noun ?? 'claims'}`;
}

function markFresh(element: HTMLElement | null): void {
  if (!element?.matches('tr, .stat')) return;
  element.classList.add('fresh');
  element.addEventListener('animationend', () => element.classList.remove('fresh'), { once: true });
}
