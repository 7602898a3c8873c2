/**
 * The database's one write lock, as its streams hold it. The native engine waits by blocking the process, so it is
 * told not to wait at all; whoever needs the lock while a stream holds it waits here, first come first served.
 */
export class WriteGate<Holder extends object> {
  #holder: Holder | null = null;
  #waiting: (() => void)[] = [];

  isShutFor(someone: Holder | null): boolean {
    return this.#holder !== null && this.#holder !== someone;
  }

  get isHeld(): boolean {
    return this.#holder !== null;
  }

  hold(holder: Holder): void {
    this.#holder = holder;
  }

  /** Lets everyone who waits look again, in the order in which they came. */
  release(holder: Holder): void {
    if (this.#holder !== holder) return;
    this.#holder = null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /**
   * Runs it when the gate is open for this one, or the other when it stayed shut for that long. It runs in the same
   * breath in which the gate was found open, so that of several who waited only one finds it so.
   */
  async whenOpen<T>(someone: Holder | null, patience_ms: number, run: () => T, orElse: () => T): Promise<T> {
    const deadline = performance.now() + patience_ms;
    while (this.isShutFor(someone)) {
      const remaining_ms = deadline - performance.now();
      if (remaining_ms <= 0) return orElse();
      await this.#turn(remaining_ms);
    }
    return run();
  }

  #turn(remaining_ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((each) => each !== wake);
        resolve();
      }, remaining_ms);
      this.#waiting.push(wake);
    });
  }
}
