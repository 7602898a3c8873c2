import type { Context } from 'hono';
import type { StoredFile } from '../../schema/domain/attachments/stored-file.ts';
import { isRefusal, refuse } from '../../schema/domain/refusal.ts';
import { filePaths } from '../../views/paths/attachments.ts';
import { answer } from '../answer.ts';
import { tenantActor } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { addressOf } from '../middleware/address.ts';
import { storedFile } from '../queries/stored-files.ts';
import { signFileLink } from './file-link.ts';
import type { FilesHere, FindHere } from './here.ts';
import { readThumbnail } from './read-file.ts';
import { serveFile } from './serve-file.ts';

const nothing = refuse('not_found', 'There is no such file, or it belongs to someone else.');

/** The file that an address names, of what it names. */
async function fileHere(
  c: Context<AppEnv>,
  find: FindHere,
): Promise<{ here: FilesHere; file: StoredFile } | null> {
  const here = await find(c);
  const file = here && (await storedFile(here.db, c.req.param('file') ?? '', Date.now()));
  if (!here || file?.place !== here.key) return null;
  // What the tenant's own people add to a claim is theirs.
  return c.var.organisation.kind === 'facility' && file.from === 'tenant' ? null : { here, file };
}

/** Notes who is about to look at a file; it is shown only once that is durable. */
export async function noteAccess(
  c: Context<AppEnv>,
  { tenantId, claim, enrolleeId }: Pick<FilesHere, 'tenantId' | 'claim' | 'enrolleeId'>,
  file: StoredFile,
) {
  const { principal } = c.var;
  return tenantActor(c, tenantId).recordAccess({
    accountId: principal.id,
    name: principal.name,
    organisation: `${principal.organisation.kind}:${principal.organisation.id}`,
    what: 'attachment',
    subject: file.id,
    claimNumber: claim?.number ?? null,
    enrolleeId: claim?.enrolleeId ?? enrolleeId ?? null,
    address: addressOf(c),
  });
}

/**
 * `GET …/files/<file>`: opens it. Where attachments have an origin of their own it leads there, by a link that is good for a
 * minute and a half; otherwise the file is downloaded, and never shown on the portals' origin.
 */
export const openAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const found = await fileHere(c, find);
    if (found === null) return answer(c, nothing);
    const { here, file } = found;
    const noted = await noteAccess(c, here, file);
    if (isRefusal(noted)) return answer(c, noted);
    const { tenantId } = here;
    const { ATTACHMENT_ORIGIN: origin } = c.env;
    if (origin !== undefined)
      return c.redirect(
        filePaths.link(origin, await signFileLink(c.env, tenantId, file.id, Date.now())),
        303,
      );
    return serveFile(c.env, { tenantId, file, how: 'attachment', range: c.req.header('range') });
  };

/** `GET …/files/<file>/thumbnail`: a picture so small that nothing can be read in it; it stands in lists, and is not noted. */
export const thumbnailAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const found = await fileHere(c, find);
    if (!found?.file.thumbnail) return answer(c, nothing);
    const bytes = await readThumbnail(c.env, found.here.tenantId, found.file);
    const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg';
    return c.body(bytes, 200, {
      'content-type': type,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
  };
