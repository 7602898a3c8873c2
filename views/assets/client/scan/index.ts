import { camera, Denied } from './camera.ts';
import { type Reader, readerOf } from './reader.ts';

/** Between two looks at the picture: a desk's machine has other things to do. */
const look_ms = 120;

function dialogOf(): { dialog: HTMLDialogElement; video: HTMLVideoElement } {
  const dialog = document.createElement('dialog');
  dialog.className = 'scan';
  dialog.setAttribute('aria-label', 'Scan the card');
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const words = document.createElement('p');
  words.textContent = "Hold the patient's telephone before the camera.";
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn';
  close.textContent = 'Cancel';
  close.addEventListener('click', () => dialog.close());
  dialog.append(video, words, close);
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, video };
}

async function look(video: HTMLVideoElement, reader: Reader, isOpen: () => boolean): Promise<string | null> {
  while (isOpen()) {
    const text = video.readyState >= video.HAVE_CURRENT_DATA ? await reader(video) : null;
    if (text?.startsWith('VETRA1:')) return text;
    await new Promise((resolve) => setTimeout(resolve, look_ms));
  }
  return null;
}

async function scan(form: HTMLFormElement): Promise<void> {
  const words = form.querySelector('[data-scan-words]');
  const { dialog, video } = dialogOf();
  try {
    const { stop } = await camera(video);
    dialog.addEventListener('close', stop);
    const text = await look(video, await readerOf(), () => dialog.open);
    stop();
    const field = form.querySelector<HTMLInputElement>('[data-scanned]');
    if (text === null || !field) return;
    field.value = text;
    form.requestSubmit();
  } catch (fault) {
    if (words && fault instanceof Denied) words.textContent = fault.message;
    else throw fault;
  } finally {
    dialog.remove();
  }
}

document.addEventListener('vetra:scan', ({ target }) => {
  if (target instanceof HTMLFormElement) void scan(target);
});
