import { closest } from './page.ts';

/** How often something was typed: an answer to a question of before the latest is not the newest there will be. */
let typed = 0;
let askedAt = 0;

const isAsker = (element: unknown): element is HTMLElement =>
  element instanceof HTMLElement && element.dataset.assess !== undefined;

const fade = (on: boolean) => document.getElementById('draft')?.classList.toggle('stale', on);

/** The numbers of the rows as they stand: the server has them in order, without the gaps that removing leaves. */
function rows(): string {
  const fields = document.querySelectorAll<HTMLInputElement>('#draft fieldset[data-line] [name$=".service"]');
  return [...fields].map(({ name }) => name.split('.')[1]).join();
}

/** Shares and what is left, while a claim is typed: faded from the first key until the newest answer is there. */
export function startAssess(): void {
  document.addEventListener('input', (event) => {
    if (!closest(event, '#draft')) return;
    typed += 1;
    fade(true);
  });
  document.addEventListener('htmx:config:request', ({ detail: { ctx } }) => {
    if (!isAsker(ctx.sourceElement)) return;
    askedAt = typed;
    const form = document.getElementById('draft');
    const isWhole = ctx.sourceElement.dataset.assess === 'whole' && form instanceof HTMLFormElement;
    const query = isWhole ? new FormData(form) : new FormData();
    query.set('rows', rows());
    ctx.request.body = query;
  });
  document.addEventListener('htmx:before:swap', (event) => {
    const { ctx } = event.detail;
    if (!isAsker(ctx.sourceElement)) return;
    const ok = ctx.response !== undefined && ctx.response.status < 300;
    if (!ok) event.preventDefault();
    if (askedAt === typed) fade(false);
    ctx.sourceElement.textContent = ok ? '' : 'What it comes to could not be worked out just now.';
  });
  document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
    if (isAsker(ctx?.sourceElement))
      ctx.sourceElement.textContent = 'What it comes to is not up to date: no answer from the server.';
  });
}
