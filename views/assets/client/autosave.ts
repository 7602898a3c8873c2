import { closest } from './page.ts';

const PAUSE_MS = 800;
const RETRY_MS = 5000;

/** Forms with something typed that the server does not have yet. Nothing is kept in the browser: terminals are shared. */
const unsaved = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();
const sending = new Map<HTMLFormElement, Promise<void>>();
let failing = false;

function say(form: HTMLFormElement, words: string, bad = false): void {
  const note = form.querySelector('[data-saved]');
  if (!note || note.textContent === words) return;
  note.textContent = words;
  note.classList.toggle('bad', bad);
}

function contentOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && name !== 'command_id') body.append(name, value);
  return body;
}

function save(form: HTMLFormElement): void {
  const url = form.dataset.autosave;
  if (!url || sending.has(form)) return;
  clearTimeout(unsaved.get(form));
  unsaved.delete(form);
  sending.set(form, send(form, url));
}

const versionOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('input[name=version]');

async function send(form: HTMLFormElement, url: string): Promise<void> {
  let failure: string | null = null;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: contentOf(form),
      keepalive: true,
      redirect: 'error',
    });
    if (answer.status === 409) return say(form, await answer.text(), true);
    if (!answer.ok) failure = 'Not saved: the server refused. What you typed is still here.';
    const version = versionOf(form);
    if (answer.ok && version) version.value = answer.headers.get('x-draft-version') ?? version.value;
  } catch {
    failure = 'Not saved: offline. Keep this page open; it will save by itself.';
  } finally {
    sending.delete(form);
  }
  failing = failure !== null;
  if (failure === null) {
    if (unsaved.has(form)) schedule(form, PAUSE_MS);
    else {
      say(form, `Saved ${new Date().toTimeString().slice(0, 5)}`);
      form.dispatchEvent(new CustomEvent('saved'));
    }
  } else if (form.isConnected) {
    say(form, failure, true);
    schedule(form, RETRY_MS);
  }
}

function schedule(form: HTMLFormElement, delayMs: number): void {
  clearTimeout(unsaved.get(form));
  unsaved.set(
    form,
    setTimeout(() => save(form), delayMs),
  );
}

function saveAll(): void {
  for (const form of [...unsaved.keys()]) save(form);
}

/** What is sent while a save is under way follows it: it names the version that the save has made. */
function sendAfter(form: HTMLFormElement, underWay: Promise<void>) {
  return async (address: string, request: RequestInit): Promise<Response> => {
    await underWay;
    const { body } = request;
    if (body instanceof URLSearchParams) body.set('version', versionOf(form)?.value ?? '');
    return fetch(address, request);
  };
}

/** What is typed reaches the server after a pause, on leaving, and when the network comes back. */
export function startAutosave(): void {
  for (const type of ['input', 'change'])
    document.addEventListener(type, (event) => {
      const form = closest(event, 'form[data-autosave]');
      if (form instanceof HTMLFormElement) schedule(form, PAUSE_MS);
    });
  document.addEventListener('htmx:before:request', ({ detail: { ctx } }) => {
    const form = ctx.sourceElement;
    // A form that is being sent carries everything itself; a later save would revive what it ended.
    if (form instanceof HTMLFormElement && form.dataset.autosave) {
      clearTimeout(unsaved.get(form));
      unsaved.delete(form);
      const underWay = sending.get(form);
      if (underWay) Object.assign(ctx, { fetch: sendAfter(form, underWay) });
    } else if (ctx.target?.id === 'main') saveAll();
  });
  document.addEventListener('visibilitychange', () => document.hidden && saveAll());
  addEventListener('pagehide', saveAll);
  addEventListener('online', saveAll);
  addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0 && failing) event.preventDefault();
  });
}
