import { mainOf } from './page.ts';

const placeKey = () => `at:${location.pathname}${location.search}`;

/** The link that a row is entered by. */
export function linkOf(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('a[href], button') ?? null;
}

/** Remembers the row one leaves through, so that Back returns to it. Only its id is kept, in this tab alone. */
function rememberRow(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('#main a[href]') : null;
  const row = link?.closest('[id]:not(#main)');
  if (row) sessionStorage.setItem(placeKey(), row.id);
}

function restoreRow(): boolean {
  const id = sessionStorage.getItem(placeKey());
  const link = linkOf(id === null ? null : document.getElementById(id));
  link?.focus({ preventScroll: true });
  return link !== null;
}

function markNavigation(): void {
  const current = mainOf()?.dataset.nav;
  for (const link of document.querySelectorAll<HTMLElement>('#nav a[data-nav]')) {
    if (link.dataset.nav === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** After a navigation the focus is on the first bad field, else on the page itself; after Back, on the row one left. */
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
    } else main?.focus({ preventScroll: true });
  });
  const [entry] = performance.getEntriesByType('navigation');
  if (entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward') restoreRow();
}
