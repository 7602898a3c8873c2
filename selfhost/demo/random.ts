/** Chance that is the same every time: what it gives depends on the seed alone. */
export interface Random {
  /** a whole number, both ends included */
  int(from: number, to: number): number;
  /** true with this probability */
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** one of the items, each as likely as its weight */
  weighted<T>(from: readonly { item: T; weight: number }[]): T;
}

/** Mulberry32: 32 bits of state, more than enough for a demo, and nothing to depend on. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  return {
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted(from) {
      let left = next() * from.reduce((sum, { weight }) => sum + weight, 0);
      const found = from.find(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      return found ? found.item : pick(from).item;
    },
  };
}
