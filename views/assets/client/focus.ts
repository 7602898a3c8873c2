import { mainOf } from './page.ts';

/** A list is the same place after one of its claims was decided. */
function placeKey(): string {
  const query = new URLSearchParams(location.search);
  query.delete('decided');
  return `at:${location.pathname}?${query}`;
}

/** The link that a row is entered by. */
export function linkOf(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('a[href], button') ?? null;
}

/** Remembers the row one leaves through, and the next in case it is gone by then. Only ids are kept, in this tab alone. */
function rememberRow(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('#main a[href]') : null;
  const row = link?.closest('[id]:not(#main)');
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  if (row) sessionStorage.setItem(placeKey(), `${row.id} ${next?.id ?? ''}`);
}

function restoreRow(): boolean {
  const ids = sessionStorage.getItem(placeKey())?.split(' ') ?? [];
  const row = ids.map((id) => document.getElementById(id)).find((element) => element !== null);
  const link = linkOf(row);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
  return link !== null;
}

function markNavigation(): void {
  const current = mainOf()?.dataset.nav;
  for (const link of document.querySelectorAll<HTMLElement>('nav a[data-nav]')) {
    if (link.dataset.nav === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/**
 * After a navigation the focus is on the first bad field, else on the page itself; after Back, and after what was done
 * with a row's claim, on the row one left.
 */
export function startFocus(): void {
  document.addEventListener('click', rememberRow, true);
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    const target = ctx.target;
    if (!(target === document.body || target?.id === 'main') || /morph|none/i.test(ctx.swap)) return;
    markNavigation();
    const main = mainOf();
    const focused = document.activeElement;
    if (ctx.request?.headers['HX-History-Restore-Request']) {
      if (!restoreRow()) main?.focus({ preventScroll: true });
    } else if (focused !== main && main?.contains(focused)) {
      focused?.scrollIntoView({ block: 'nearest' });
    } else if (ctx.request?.method !== 'POST' || !restoreRow()) main?.focus({ preventScroll: true });
  });
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward') restoreRow();
}
