import { createHash } from 'node:crypto';
import type { Client } from '@libsql/client/web';
import { browsersOf } from './browsers-of.ts';

/** A browser's mark: the page's script finds its own by it (views/assets/client/push.ts), and nobody can send by it. */
const markOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex').slice(0, 16);

/** Marks of the browsers that are told of somebody's alerts. */
export const toldBrowsers = async (client: Client, enrolleeId: string): Promise<string[]> =>
  (await browsersOf(client, enrolleeId)).map(({ endpoint }) => markOf(endpoint));
