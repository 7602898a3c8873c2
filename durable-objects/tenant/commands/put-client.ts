import type { TenantHandler } from '../handler.ts';

/** Adds a client, or renames one. */
export const putClient: TenantHandler<'PutClient'> = {
  wants: (memory, { code }) => [{ shelf: memory.clients, key: code }],
  decide: ({ code, name }, { memory }) => {
    memory.clients.put({ code, name, families: memory.clients.get(code)?.families ?? 0 });
    return { outcome: { code }, subject: `client:${code}`, data: { code }, did: {} };
  },
};
