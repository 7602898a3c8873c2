import { closest } from './page.ts';

const said = {
  asking: 'Looking for where you are …',
  refused: 'Your phone does not say where you are. Search by place instead.',
} as const;

/** Where the phone is, asked for by a button only; to a kilometre, which is all that a list of providers needs. */
export function startNear(): void {
  document.addEventListener('click', (event) => {
    const form = closest(event, '[data-near]')?.closest('form');
    const near = form?.querySelector<HTMLInputElement>('input[name="near"]');
    const note = form?.querySelector('[data-near-note]');
    if (!form || !near || !note) return;
    note.textContent = said.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        note.textContent = '';
        near.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        form.requestSubmit();
      },
      () => {
        note.textContent = said.refused;
      },
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
