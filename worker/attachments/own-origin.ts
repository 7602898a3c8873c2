import { Hono, type MiddlewareHandler } from 'hono';
import { filePatterns } from '../../views/paths/attachments.ts';
import type { AppEnv } from '../env.ts';
import { tenantDatabase } from '../queries/database.ts';
import { storedFile } from '../queries/stored-files.ts';
import { readFileLink } from './file-link.ts';
import { serveFile } from './serve-file.ts';

const nothing = () =>
  new Response(null, {
    status: 404,
    headers: {
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });

/** All that the attachments' own origin answers: links that were signed a moment ago. It has no session and reads no cookie. */
const attachmentLinks = new Hono<AppEnv>();
attachmentLinks.notFound(nothing);
attachmentLinks.onError(nothing);
attachmentLinks.get(filePatterns.link, async (c) => {
  const link = await readFileLink(c.env, c.req.param('token'));
  const file = link && (await storedFile(tenantDatabase(c.env, link.tenantId), link.fileId, Date.now()));
  if (!link || !file) return nothing();
  const range = c.req.header('range');
  const head = c.req.method === 'HEAD';
  return serveFile(c.env, { tenantId: link.tenantId, file, how: 'inline', range, head });
});

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : '');

/** What is asked of the attachments' own host gets nothing but attachments; what stands behind this never sees it. */
export const attachmentOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  const own = c.env.ATTACHMENT_ORIGIN;
  if (own === undefined || hostOf(c.req.url) !== hostOf(own)) return next();
  return attachmentLinks.fetch(c.req.raw, c.env, c.executionCtx);
};
