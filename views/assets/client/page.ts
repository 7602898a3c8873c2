import { htmx } from './htmx.ts';

/** The part of the page that changes; it is another element after every navigation. */
export function mainOf(): HTMLElement | null {
  return document.getElementById('main');
}

/** Calls back now and whenever the page's main part has been replaced or morphed. */
export function onPage(callback: () => void): void {
  callback();
  document.addEventListener('htmx:after:swap', callback);
}

/** Fetches the page's own main part again and morphs it: what is typed, focused or open stays. */
export function refresh(): Promise<void> {
  return htmx.ajax('GET', location.pathname + location.search, {
    target: '#main',
    swap: 'outerMorph',
    push: 'false',
  });
}

/** The nearest ancestor that matches, for an event's target. */
export function closest(event: Event, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}
