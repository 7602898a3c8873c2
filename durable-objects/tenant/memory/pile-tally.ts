import {
  emptyPile,
  type Piled,
  type PileFigures,
  type PileKey,
  pileKeyText,
  pileOf,
  pileSums,
  shareOf,
} from '../../../schema/domain/piles/pile.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Layer } from '../../actor/layer.ts';
import type { Statement } from '../../actor/store.ts';

type Deltas = Map<string, PileFigures>;

function add(deltas: Deltas, key: string, by: PileFigures, sign: 1 | -1): void {
  const sum = deltas.get(key) ?? { ...emptyPile };
  for (const name of pileSums) sum[name] += sign * by[name];
  deltas.set(key, sum);
}

const keyOf = (claim: Piled): string => pileKeyText(pileOf(claim));

/** The piles' figures, summed over a cycle and written with it: one row for each pile that the cycle touches. */
export class PileTally implements Layer {
  readonly #cycle: Deltas = new Map();
  readonly #command: Deltas = new Map();

  move(before: Piled | null, after: Piled): void {
    if (before) add(this.#command, keyOf(before), shareOf(before), -1);
    add(this.#command, keyOf(after), shareOf(after), 1);
  }

  keep(): void {
    for (const [key, by] of this.#command) add(this.#cycle, key, by, 1);
    this.#command.clear();
  }

  drop(): void {
    this.#command.clear();
  }

  writes(): Statement[] {
    const changed = [...this.#cycle].filter(([, by]) => pileSums.some((name) => by[name] !== 0));
    return insertRows(
      'piles',
      ['facility_id', 'month', ...pileSums],
      changed.map(([key, by]) => [...key.split(' '), ...pileSums.map((name) => by[name])]),
      `on conflict do update set ${pileSums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
    );
  }

  commit(): void {
    this.#cycle.clear();
  }

  forget(): void {
    this.#command.clear();
    this.#cycle.clear();
  }
}

/** Reads the figures of some piles: sums as floating point, because the client refuses an integer beyond what is exact. */
export function readPiles(keys: readonly PileKey[]): Statement {
  const sums = pileSums.map((name) => `'${name}', cast(p.${name} as real)`).join(', ');
  return {
    sql: `select json_group_array(json_object('facilityId', p.facility_id, 'month', p.month, ${sums}))
      from json_each(?) k join piles p on p.facility_id = k.value->>0 and p.month = k.value->>1`,
    args: [JSON.stringify(keys.map(({ facilityId, month }) => [facilityId, month]))],
  };
}
