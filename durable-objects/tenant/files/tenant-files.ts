import { makeId } from '../../../schema/domain/ids.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantParts } from '../../actor/parts.ts';
import type { Store } from '../../actor/store.ts';
import type { BySystem } from '../lapses.ts';
import type { TenantMemory } from '../memory.ts';
import { AccessLog } from './access-log.ts';
import { FileExpiry } from './expiry.ts';
import { FileDesk } from './file-desk.ts';
import { Pieces } from './pieces.ts';

export interface TenantFilesParts {
  memory: TenantMemory;
  store: Store;
  look: <T>(wants: () => Want[], answer: () => T) => Promise<T>;
  bySystem: BySystem;
}

/** A tenant's files: their pieces, their end, and who looked at them. */
export function tenantFiles(
  { clock, random, bucket }: Pick<TenantParts, 'clock' | 'random' | 'bucket'>,
  { memory, store, look, bySystem }: TenantFilesParts,
) {
  const pieces = new Pieces(store, bucket ?? null);
  return {
    desk: new FileDesk({ memory, pieces, clock, random, look }),
    accesses: new AccessLog(store, clock, (at) => makeId(at, random(13))),
    expiry: new FileExpiry(store, pieces, clock, bySystem),
  };
}
