import type { Store } from '../actor/store.ts';
import { openAfter } from './read-claims.ts';
import type { View } from './view.ts';

const page_rows = 2_000;

/**
 * Fills a lost view from the database, page by page, while the actor serves. A claim that changes while its page is
 * being read is left out: the change itself brings it.
 */
export async function rebuildView(store: Store, view: View): Promise<void> {
  for (let after = 0; ; ) {
    const touched = new Set<number>();
    view.touched = touched;
    const places = await openAfter(store, after, page_rows);
    const untouched = places.filter((place) => !touched.has(place.id));
    view.insert(untouched);
    view.dues.written([], untouched);
    const last = places[places.length - 1];
    if (!last || places.length < page_rows) break;
    after = last.id;
  }
  view.touched = null;
  view.complete = true;
}
