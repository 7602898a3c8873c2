import { type Random, seeded } from '../../../selfhost/demo/random.ts';

/** Seeded chance with the distributions that a health insurer's world is made of. */
export interface Chance extends Random {
  /** between 0 and 1 */
  share(): number;
  between(from: number, to: number): number;
  normal(mean: number, deviation: number): number;
  /** with this median; `spread` is the deviation of its logarithm */
  lognormal(median: number, spread: number): number;
  /** 1, 2, 3 …, each next one with this probability */
  geometric(again: number): number;
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
  const random = seeded(seed);
  const share = () => random.int(0, 2 ** 30 - 1) / 2 ** 30;
  const normal = (mean: number, deviation: number) =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    ...random,
    share,
    between: (from, to) => from + (to - from) * share(),
    normal,
    lognormal: (median, spread) => median * Math.exp(normal(0, spread)),
    geometric(again) {
      let n = 1;
      while (random.chance(again)) n++;
      return n;
    },
    shuffled(items) {
      const all = [...items];
      for (let i = all.length - 1; i > 0; i--) {
        const j = random.int(0, i);
        const [a, b] = [all[i], all[j]];
        if (a !== undefined && b !== undefined) [all[i], all[j]] = [b, a];
      }
      return all;
    },
  };
}
