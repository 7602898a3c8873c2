import type { Row } from '@libsql/client/web';
import type { Want } from './book.ts';
import type { Loadable } from './shelf.ts';
import type { Statement } from './store.ts';

/** What several wants have in common: one statement a shelf, each key once. */
export class Loading {
  readonly #shelves: { shelf: Loadable; keys: string[] }[];

  constructor(wants: readonly Want[]) {
    const wanted = new Map<Loadable, Set<string>>();
    for (const { shelf, key } of wants) wanted.set(shelf, (wanted.get(shelf) ?? new Set()).add(key));
    this.#shelves = [...wanted].map(([shelf, keys]) => ({ shelf, keys: [...keys] }));
  }

  /** The statements to read. */
  begin(): Statement[] {
    return this.#shelves.map(({ shelf, keys }) => shelf.load(keys));
  }

  /** What they answered, in their order. */
  end(answers: readonly Row[][]): void {
    this.#shelves.forEach(({ shelf, keys }, i) => {
      shelf.fill(keys, answers[i] ?? []);
    });
  }
}
