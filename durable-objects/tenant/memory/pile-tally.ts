import {
  type Piled,
  type PileKey,
  pileKeyText,
  pileOf,
  pileSums,
  shareOf,
} from '../../../schema/domain/piles/pile.ts';
import { insertRows } from '../../actor/json-rows.ts';
import type { Layer } from '../../actor/layer.ts';
import type { Statement } from '../../actor/store.ts';
import { Sums } from '../../actor/sums.ts';

const keyOf = (claim: Piled): string => pileKeyText(pileOf(claim));

function sumsOf(claim: Piled): number[] {
  const share = shareOf(claim);
  return pileSums.map((name) => share[name]);
}

/** The piles' figures, summed over a cycle and written with it: one row for each pile that the cycle touches. */
export class PileTally implements Layer {
  readonly #sums = new Sums();

  move(before: Piled | null, after: Piled): void {
    if (before) this.#sums.move(keyOf(before), sumsOf(before), -1);
    this.#sums.move(keyOf(after), sumsOf(after), 1);
  }

  keep(): void {
    this.#sums.keep();
  }

  drop(): void {
    this.#sums.drop();
  }

  writes(): Statement[] {
    return insertRows(
      'piles',
      ['facility_id', 'month', ...pileSums],
      this.#sums.moved().map(([key, by]) => [...key.split(' '), ...by]),
      `on conflict do update set ${pileSums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
    );
  }

  commit(): void {
    this.#sums.commit();
  }

  forget(): void {
    this.#sums.forget();
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
