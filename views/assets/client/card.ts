import { onPage } from './page.ts';

const asked = new Set<string>();

/** The card's code takes a script of its own, which is fetched on the card's page. */
export function startCard(): void {
  onPage(() => {
    const address = document.querySelector<HTMLElement>('[data-card-script]')?.dataset.cardScript;
    if (address === undefined) return;
    if (asked.has(address)) document.dispatchEvent(new CustomEvent('vetra:card'));
    else {
      asked.add(address);
      import(address).catch(() => asked.delete(address));
    }
  });
}
