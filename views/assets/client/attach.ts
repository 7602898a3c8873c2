import { refresh } from './page.ts';

/** Scripts by address, as they come. */
const asked = new Map<string, Promise<unknown>>();
const loaded = new Set<string>();

const formOf = ({ target }: Event) =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-attach]') : null;

async function load(form: HTMLFormElement): Promise<void> {
  const { script } = form.dataset;
  if (script === undefined || loaded.has(script)) return;
  const coming = asked.get(script) ?? import(script);
  asked.set(script, coming);
  try {
    await coming;
    loaded.add(script);
  } catch {
    asked.delete(script);
  }
}

/** What was chosen before the script was there is chosen once more. */
async function chosen(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  await load(form);
  if (loaded.has(form.dataset.script ?? '')) input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Sending files takes a script of its own, which is fetched when somebody turns to where files are added. */
export function startAttach(): void {
  for (const type of ['focusin', 'pointerover', 'dragover', 'drop', 'change'])
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      const { script } = form?.dataset ?? {};
      if (!form || script === undefined || loaded.has(script)) return;
      const input = form.querySelector<HTMLInputElement>('input[type=file]');
      if (event instanceof DragEvent) event.preventDefault();
      if (event instanceof DragEvent && type === 'drop' && input && event.dataTransfer)
        input.files = event.dataTransfer.files;
      if (input?.files?.length) void chosen(form, input);
      else void load(form);
    });
  document.addEventListener('vetra:attached', () => void refresh());
}
