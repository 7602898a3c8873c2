import { onPage, refresh } from './page.ts';

const asked = new Set<string>();

/** Sending files takes a script of its own, which is fetched on pages where files can be added. */
export function startAttach(): void {
  onPage(() => {
    const address = document.querySelector<HTMLElement>('form[data-attach]')?.dataset.script;
    if (address === undefined || asked.has(address)) return;
    asked.add(address);
    import(address).catch(() => asked.delete(address));
  });
  document.addEventListener('vetra:attached', () => void refresh());
}
