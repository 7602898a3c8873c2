import { drizzle } from 'drizzle-orm/libsql/web';
import type { Context } from 'hono';
import { z } from 'zod';
import { type Import, importPermission } from '../../../../schema/domain/imports/import.ts';
import { type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import type { AppEnv } from '../../../env.ts';
import { importById } from '../../../queries/imports.ts';
import { ownTenantDatabase } from '../../reach.ts';

/** An import in an address. */
export const importParams = z.strictObject({
  import: z
    .string()
    .regex(/^[0-9a-z-]{8,64}$/, 'Name the import by its id.')
    .meta({ description: "the import's id" }),
});

/** The key's database, for questions. */
export const importDatabase = (c: Context<AppEnv>) => drizzle(ownTenantDatabase(c));

/** The import of this id, if the key may have to do with its kind. */
export async function importAt(c: Context<AppEnv>, id: string): Promise<Import | Refusal> {
  const record = await importById(importDatabase(c), id);
  if (record === null) return refuse('not_found', 'There is no import of this id.');
  const wanted = importPermission[record.kind];
  if (c.var.principal.permissions.includes(wanted)) return record;
  return refuse('forbidden', `This import takes a key with the scope ${wanted}.`);
}
