import type { Client } from '@libsql/client/web';
import { browsersKind } from '../../durable-objects/tenant/memory/notifications.ts';
import type { Browsers } from '../../schema/domain/notifications/browser.ts';

/** The browsers that are notified of what somebody is asked. */
export async function browsersOf(client: Client, enrolleeId: string): Promise<Browsers['browsers']> {
  const { rows } = await client.execute(browsersKind.read([enrolleeId]));
  const [found] = browsersKind.parse(String(rows[0]?.[0] ?? '[]'));
  return found?.browsers ?? [];
}
