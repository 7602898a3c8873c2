import type { TenantHandler } from '../handler.ts';

/** Adds a group that services can belong to, or renames one. */
export const putServiceGroup: TenantHandler<'PutServiceGroup'> = {
  wants: (memory, { code }) => [{ shelf: memory.serviceGroups, key: code }],
  decide: ({ code, name }, { memory }) => {
    const created = memory.serviceGroups.get(code) === null;
    memory.serviceGroups.put({ code, name });
    return { outcome: { code, created }, subject: `service-group:${code}`, data: { group: code }, did: {} };
  },
};
