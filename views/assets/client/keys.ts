import { linkOf } from './focus.ts';
import { closest } from './page.ts';

const OFF = 'keys-off';
const TYPING =
  'input:not([type=radio], [type=checkbox], [type=submit]), textarea, select, [contenteditable], [role=option]';

function isVisible(element: HTMLElement): boolean {
  return element.checkVisibility?.({ visibilityProperty: true }) ?? true;
}

function controls(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].filter(
    (element) => isVisible(element) || element.closest('details') !== null,
  );
}

function nameOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
  const copy = (label ?? element).cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const hint of copy.querySelectorAll('.key')) hint.remove();
  return element.getAttribute('aria-label') ?? copy.textContent?.trim() ?? '';
}

function describe(list: HTMLElement, keys: string, name: string): void {
  const key = document.createElement('kbd');
  key.textContent = keys;
  const term = document.createElement('dt');
  term.append(key);
  const words = document.createElement('dd');
  words.textContent = name;
  list.append(term, words);
}

function showHelp(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#keys');
  const list = dialog?.querySelector<HTMLElement>('dl');
  if (!dialog || !list || dialog.open) return;
  list.replaceChildren();
  for (const control of controls())
    describe(list, control.getAttribute('aria-keyshortcuts') ?? '', nameOf(control));
  if (document.querySelector('#main tbody th a')) describe(list, 'j k', 'Next and previous row');
  if (tickOf(document.querySelector('#main tbody'))) describe(list, 'x', 'Tick the row');
  applyChoice(localStorage.getItem(OFF) === null);
  dialog.showModal();
}

/** Moves between the rows of the list that has the focus, or into the first row of the page. */
function moveRow(step: 1 | -1): boolean {
  const row = document.activeElement?.closest('#main tbody tr, #main .links > li');
  const next = row
    ? step === 1
      ? row.nextElementSibling
      : row.previousElementSibling
    : document.querySelector('#main tbody tr');
  const link = linkOf(next);
  link?.focus();
  return link !== null;
}

/** The box that a row is chosen by. */
function tickOf(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('th input[type=checkbox]') ?? null;
}

function use(control: HTMLElement): void {
  if (control.matches('input:not([type=radio], [type=checkbox]), select, textarea')) control.focus();
  else {
    if (control.matches('input')) control.focus();
    control.click();
  }
}

function press(event: KeyboardEvent): void {
  const { key, repeat, ctrlKey, altKey, metaKey, isComposing } = event;
  if (event.defaultPrevented || ctrlKey || altKey || metaKey || isComposing || key.length > 9) return;
  if (closest(event, TYPING) || document.querySelector('dialog:modal, :popover-open:not(#nav)')) return;
  const arrow = key === 'ArrowDown' || key === 'ArrowUp';
  if (arrow && !document.activeElement?.closest('#main tbody th, #main .links')) return;
  if (localStorage.getItem(OFF) && !arrow) return;
  if (key === 'j' || key === 'k' || arrow) {
    if (moveRow(key === 'j' || key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    return;
  }
  if (repeat) return;
  const box = key === 'x' ? tickOf(document.activeElement?.closest('#main tbody tr')) : null;
  box?.click();
  const control = controls().find((element) => element.getAttribute('aria-keyshortcuts') === key);
  if (!control) return;
  event.preventDefault();
  use(control);
}

function applyChoice(on: boolean): void {
  document.documentElement.classList.toggle('no-keys', !on);
  const box = document.querySelector<HTMLInputElement>('[data-keys-on]');
  if (box) box.checked = on;
}

/** Single keys, read from `aria-keyshortcuts`; they can be switched off for good in this browser (WCAG 2.1.4). */
export function startKeys(): void {
  applyChoice(localStorage.getItem(OFF) === null);
  document.addEventListener('keydown', press);
  document.addEventListener('click', (event) => {
    if (closest(event, '[data-keys]')) showHelp();
  });
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset.keysOn === undefined) return;
    if (target.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
    applyChoice(target.checked);
  });
}
