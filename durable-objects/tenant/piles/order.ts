import type { Part, Place, Places } from '../place.ts';

/** The queue's order as commands see it: as of the last durable cycle. */
export interface PlaceOrder {
  /** whether every open claim is in it */
  readonly complete: boolean;
  page(part: Part, limit: number): Places;
  find(id: number): Place | null;
}

/** While there is none yet. */
export const noOrder: PlaceOrder = {
  complete: false,
  page: () => ({ places: [], next: null }),
  find: () => null,
};
