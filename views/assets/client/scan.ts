import { onPage } from './page.ts';

/** Reading a card with the camera takes a script of its own, which is fetched when somebody asks for it. */
export function startScan(): void {
  onPage(() => {
    const offer = document.querySelector<HTMLElement>('[data-scan-offer]');
    if (offer && navigator.mediaDevices) offer.hidden = false;
  });
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-scan]') : null;
    if (!button?.form) return;
    const { form } = button;
    button.disabled = true;
    import(button.dataset.scan ?? '')
      .then(() => form.dispatchEvent(new CustomEvent('vetra:scan', { bubbles: true })))
      .finally(() => {
        button.disabled = false;
      });
  });
}
