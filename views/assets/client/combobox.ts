import { closest } from './page.ts';

function listOf(input: HTMLElement): HTMLElement | null {
  return document.getElementById(input.getAttribute('aria-controls') ?? '');
}

function close(input: HTMLElement): void {
  listOf(input)?.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function choose(input: HTMLInputElement, option: HTMLElement): void {
  input.value = option.dataset.value ?? '';
  const meaning = document.querySelector(`output[for="${CSS.escape(input.id)}"]`);
  if (meaning) meaning.textContent = option.dataset.meaning ?? '';
  close(input);
  input.focus();
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function move(input: HTMLElement, step: number): void {
  const options = [...(listOf(input)?.children ?? [])];
  if (options.length === 0) return;
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = (at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length;
  for (const [index, option] of options.entries())
    option.setAttribute('aria-selected', String(index === next));
  const chosen = options[next];
  if (!chosen) return;
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}

function press(event: KeyboardEvent): void {
  const input = closest(event, '[role=combobox]');
  if (!(input instanceof HTMLInputElement)) return;
  const chosen = listOf(input)?.querySelector<HTMLElement>('[aria-selected=true]');
  if (event.key === 'ArrowDown') move(input, 1);
  else if (event.key === 'ArrowUp') move(input, -1);
  else if (event.key === 'Enter' && chosen) choose(input, chosen);
  else if (event.key === 'Escape' && listOf(input)?.hasChildNodes()) close(input);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** A field whose suggestions the server renders: asks with `q`, and lets the arrow keys choose. */
export function startCombobox(): void {
  document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
    const input = ctx.sourceElement;
    if (!(input instanceof HTMLInputElement) || input.role !== 'combobox') return;
    const query = new FormData();
    query.set('q', input.value);
    ctx.request.body = query;
  });
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    const input = ctx.sourceElement;
    if (!(input instanceof HTMLInputElement) || input.role !== 'combobox') return;
    if (document.activeElement !== input) close(input);
    else input.setAttribute('aria-expanded', String(listOf(input)?.hasChildNodes() === true));
  });
  document.addEventListener('keydown', press, true);
  document.addEventListener('pointerdown', (event) => {
    const option = closest(event, '.combo [role=option]');
    const input = option?.closest('.combo')?.querySelector('input');
    if (!option || !input) return;
    event.preventDefault();
    choose(input, option);
  });
  document.addEventListener('focusout', (event) => {
    const input = closest(event, '[role=combobox]');
    if (input) close(input);
  });
}
