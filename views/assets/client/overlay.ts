import { closest, onPage } from './page.ts';

let before: Element | null = null;

/** An alert arrives open, for pages without script; here it becomes modal, and gives the focus back when it is answered. */
function raiseAlerts(): void {
  const alert = document.querySelector<HTMLDialogElement>('dialog[open][data-modal]:not(:modal)');
  if (alert) {
    before = document.activeElement;
    alert.removeAttribute('open');
    alert.showModal();
    alert.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  } else if (before && !document.querySelector('dialog:modal')) {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    before = null;
  }
}

function closeMenus(except?: Node): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]'))
    if (!except || !menu.contains(except)) menu.open = false;
}

/** Menus close as people expect, and what a link fetched opens beneath it. */
export function startOverlays(): void {
  onPage(raiseAlerts);
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    const pops = ctx.sourceElement instanceof HTMLElement ? ctx.sourceElement.dataset.pops : undefined;
    if (pops) document.getElementById(pops)?.showPopover();
    else if (ctx.target?.id === 'main') {
      closeMenus();
      for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
    }
  });
  document.addEventListener('click', (event) =>
    closeMenus(event.target instanceof Node ? event.target : undefined),
  );
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    closest(event, 'details.menu')?.querySelector('summary')?.focus();
    closeMenus();
  });
}
