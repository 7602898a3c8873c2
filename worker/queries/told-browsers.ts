import { createHash } from 'node:crypto';
import type { Client } from '@libsql/client/web';
import { browsersKind } from '../../durable-objects/tenant/memory/notifications.ts';

/** A browser's mark: the page's script finds its own by it (views/assets/client/push.ts), and nobody can send by it. */
const markOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex').slice(0, 16);

/** Marks of the browsers that are told of somebody's alerts. */
export async function toldBrowsers(client: Client, enrolleeId: string): Promise<string[]> {
  const { rows } = await client.execute(browsersKind.read([enrolleeId]));
  const [found] = browsersKind.parse(String(rows[0]?.[0] ?? '[]'));
  return (found?.browsers ?? []).map(({ endpoint }) => markOf(endpoint));
}
