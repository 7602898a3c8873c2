import { folderWants } from '../files/places.ts';
import type { TenantHandler } from '../handler.ts';

/** Rows of files whose time is over and whose pieces are gone. */
export const eraseAttachments: TenantHandler<'EraseAttachments'> = {
  wants: (memory, { ids }) =>
    ids.flatMap((key) => {
      const file = memory.files.peek(key);
      return [{ shelf: memory.files, key }, ...(file ? folderWants(memory, file.place) : [])];
    }),
  decide: ({ ids }, { memory, at }) => {
    const over = ids
      .flatMap((id) => memory.files.get(id) ?? [])
      .filter(({ expiresAt }) => (expiresAt ?? at + 1) <= at);
    for (const file of over) {
      memory.files.put({ ...file, state: 'ERASED', key: '', name: '', expiresAt: null });
      const files = memory.folders.get(file.place)?.files ?? [];
      memory.folders.put({ place: file.place, files: files.filter((id) => id !== file.id) });
    }
    return {
      outcome: { erased: over.length },
      subject: `attachment:${ids[0] ?? ''}`,
      data: { erased: over.map(({ id }) => id) },
      did: {},
    };
  },
};
