import type { TenantHandler } from '../handler.ts';
import { newClient } from '../memory/clients.ts';

/** Adds a client, or renames one. */
export const putClient: TenantHandler<'PutClient'> = {
  wants: (memory, { code }) => [{ shelf: memory.clients, key: code }],
  decide: ({ code, name }, { memory }) => {
    memory.clients.put({ ...(memory.clients.get(code) ?? newClient(code, name)), name });
    return { outcome: { code }, subject: `client:${code}`, data: { code }, did: {} };
  },
};
