import { htmx } from './htmx.ts';
import { closest, onPage } from './page.ts';

function numberIn(row: Element, selector: string): number {
  const field = row.querySelector<HTMLInputElement>(selector);
  return field ? Number(field.value.replace(/[^\d.-]/g, '')) || 0 : 1;
}

function format(minor: number): string {
  return (minor / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
}

/** Shows each line's and the form's total while typing; the server's own sum is the one that counts. */
function total(form: Element): void {
  let all = 0;
  for (const row of form.querySelectorAll('[data-line]:not(template):has([data-qty], [data-price])')) {
    const line = Math.round(numberIn(row, '[data-qty]') * numberIn(row, '[data-price]') * 100);
    all += line;
    const product = row.querySelector('[data-product]');
    if (product) product.textContent = format(line);
  }
  const sum = form.querySelector('[data-sum]');
  if (sum) sum.textContent = format(all);
  askWhyMore(form);
}

/** A field that may hold more than what it started from: what asks for the reason comes into sight with it. */
function askWhyMore(form: Element): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-more]')) {
    const box = document.getElementById(field.dataset.more ?? '');
    const typed = Number(field.value.replace(/[^\d.-]/g, '')) || 0;
    if (box && !box.querySelector('.error'))
      box.hidden = Math.round(typed * 100) <= Math.round(Number(field.dataset.than) * 100);
  }
}

function nextIndex(form: Element): number {
  const names = [...form.querySelectorAll<HTMLInputElement>('[data-line] [name]')].map((field) => field.name);
  return Math.max(-1, ...names.map((name) => Number(/\.(\d+)\./.exec(name)?.[1] ?? -1))) + 1;
}

function addLine(form: Element, template: HTMLTemplateElement): void {
  const index = String(nextIndex(form));
  const copy = document.importNode(template.content, true);
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes])
      if (value.includes('__i__')) element.setAttribute(name, value.replaceAll('__i__', index));
  }
  const row = copy.querySelector<HTMLElement>('[data-line]');
  if (!row) return;
  template.before(copy);
  htmx.process(row);
  row.querySelector<HTMLElement>('input, select')?.focus();
}

function removeLine(row: Element): void {
  const near = row.nextElementSibling?.matches('[data-line]')
    ? row.nextElementSibling
    : row.previousElementSibling;
  row.remove();
  near?.querySelector<HTMLElement>('input, select')?.focus();
}

function click(event: Event): void {
  const button = closest(event, '[data-lines] button[name=add], [data-lines] button[name=remove]');
  const form = button?.closest('[data-lines]');
  if (!(button instanceof HTMLButtonElement) || !form) return;
  const template = (button.closest('.card') ?? form).querySelector<HTMLTemplateElement>(
    'template[data-line]',
  );
  const row = button.closest('[data-line]');
  if (button.name === 'add' && template) addLine(form, template);
  else if (button.name === 'remove' && row) removeLine(row);
  else return;
  event.preventDefault();
  event.stopPropagation();
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Lines come and go without a request; without script the same buttons submit the form. */
export function startLines(): void {
  document.addEventListener('click', click, true);
  document.addEventListener('input', (event) => {
    const form = closest(event, '[data-lines]');
    if (form) total(form);
  });
  onPage(() => {
    for (const form of document.querySelectorAll('[data-lines]')) total(form);
  });
}
