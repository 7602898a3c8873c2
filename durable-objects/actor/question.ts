import type { Want } from './book.ts';

const looks_max = 12;

/** Something asked of memory: looked at again after each load, and answered in one piece once nothing is missing. */
export class Question {
  readonly #wants: () => Want[];
  readonly #answer: () => void;
  readonly #reject: (error: unknown) => void;
  #looks = 0;

  constructor(wants: () => Want[], answer: () => void, reject: (error: unknown) => void) {
    this.#wants = wants;
    this.#answer = answer;
    this.#reject = reject;
  }

  /** What is not in memory yet; of a question that cannot even be asked, nothing: `settle` says so. */
  missing(): Want[] {
    try {
      return this.#lacking();
    } catch {
      return [];
    }
  }

  #lacking(): Want[] {
    return this.#wants().filter(({ shelf, key }) => !shelf.has(key));
  }

  /** Answers if all it wants is in memory; false: something has to be loaded first. A mistake in it is its asker's alone. */
  settle(): boolean {
    try {
      if (this.#lacking().length > 0) {
        this.#looks += 1;
        if (this.#looks <= looks_max) return false;
        throw new Error('what it wants never ends');
      }
      this.#answer();
    } catch (error) {
      this.#reject(error);
    }
    return true;
  }

  fail(error: unknown): void {
    this.#reject(error);
  }
}
