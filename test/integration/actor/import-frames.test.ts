import { expect, test } from 'vitest';
import { openStore } from '../../../durable-objects/actor/store.ts';
import { missedEvents } from '../../../durable-objects/tenant/catch-up.ts';
import { TenantMemory } from '../../../durable-objects/tenant/memory.ts';
import { inWorld } from './a-desk.ts';
import { checkedImport } from './import-file.ts';

test('who was away hears once how far an import is, as it is now', () =>
  inWorld(async (world) => {
    const before = (await world.journal()).length;
    const { id } = await checkedImport(world, 'services', 'external_id,name,group\nA,A,drug\n');
    const head = (await world.journal()).length;
    const store = openStore(world.database.client);
    const missed = await missedEvents(store, new TenantMemory(), before, head);
    expect(missed).toEqual([
      expect.objectContaining({
        kind: 'import-moved',
        seq: head,
        import: { id, state: 'CHECKED', rows: 1, rowsDone: 1 },
      }),
    ]);
  }));
