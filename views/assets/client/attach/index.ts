import { type Row, rowFor, showRows } from './row.ts';
import { sendFile, Unsendable } from './send-file.ts';

interface Waiting {
  file: File;
  kind: string | null;
  to: string;
  row: Row;
}

const waiting: Waiting[] = [];
let sending = false;

const formOf = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLFormElement>('form[data-attach]') : null;

/** One after the other: on a slow line two at once would only both be late. */
async function work(): Promise<void> {
  if (sending) return;
  sending = true;
  let sent = 0;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { file, kind, to, row } = next;
    try {
      await sendFile(file, kind, to, row.progress);
      row.done();
      sent += 1;
    } catch (fault) {
      const again = next;
      const retry = () => {
        waiting.push(again);
        void work();
      };
      if (fault instanceof Unsendable) row.fail(fault.message);
      else row.fail('This could not be sent.', retry);
    }
  }
  sending = false;
  if (sent > 0) document.dispatchEvent(new CustomEvent('vetra:attached'));
}

function add(form: HTMLFormElement, files: Iterable<File>): void {
  const kind = form.querySelector<HTMLSelectElement>('select[name=kind]')?.value || null;
  for (const file of files)
    waiting.push({ file, kind, to: form.dataset.attach ?? '', row: rowFor(file.name) });
  showRows();
  void work();
}

document.addEventListener('change', (event) => {
  const form = formOf(event);
  if (!form || !(event.target instanceof HTMLInputElement) || !event.target.files) return;
  add(form, [...event.target.files]);
  event.target.value = '';
});
for (const type of ['dragover', 'dragleave', 'drop'])
  document.addEventListener(type, (event) => {
    const form = formOf(event);
    if (!form || !(event instanceof DragEvent) || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.classList.toggle('over', type === 'dragover');
    if (type === 'drop') add(form, [...event.dataTransfer.files]);
  });
// The page's main part was replaced: what is under way is shown in the new one.
document.addEventListener('htmx:after:swap', showRows);
addEventListener('beforeunload', (event) => {
  if (sending) event.preventDefault();
});
