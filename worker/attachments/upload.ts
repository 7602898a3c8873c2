import type { Context } from 'hono';
import { chunk_bytes } from '../../schema/domain/attachments/limits.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { uploadForm } from '../../schema/forms/attachments.ts';
import { answerStatus, statusOf } from '../answer.ts';
import { freshId, tenantActor } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { storedFile } from '../queries/stored-files.ts';
import { leaveFor } from '../render.tsx';
import type { FilesHere, FindHere } from './here.ts';
import { readParts } from './multipart.ts';
import { beginUpload, pieceStore, sendCommand, sendStream } from './send.ts';

const nothing = refuse('not_found', 'There is nothing here, or it belongs to someone else.');

/** To a script: what was refused, in words for whoever looks at it. */
const no = (c: Context<AppEnv>, refusal: Refusal): Response =>
  c.json({ message: refusal.message, code: refusal.code }, statusOf(refusal));

/** `POST …/uploads`: what is about to be sent; answers which of its pieces are here already. */
export const beginAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const here = await find(c);
    if (here === null) return no(c, nothing);
    const read = uploadForm.safeParse(await c.req.json().catch(() => null));
    if (!read.success) return no(c, refuse('invalid', read.error.issues[0]?.message ?? 'This is no file.'));
    const { name, kind, size, sha256 } = read.data;
    const input = { place: here.place, uploadId: freshId(), name, kind, declared: { size, sha256 } };
    const begun = await beginUpload(c, here.tenantId, input);
    if (isRefusal(begun)) return no(c, begun);
    const { uploadId, resumed } = begun;
    const arrived = resumed
      ? await tenantActor(c, here.tenantId).arrivedPieces(c.var.principal, uploadId)
      : { have: [] };
    return isRefusal(arrived) ? no(c, arrived) : c.json({ uploadId, have: arrived.have, piece: chunk_bytes });
  };

/** `POST …/uploads/<upload>/pieces/<n>`: one piece of it. */
export const pieceAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const here = await find(c);
    if (here === null) return no(c, nothing);
    const { upload = '', n = '' } = c.req.param();
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const stored = await pieceStore(
      c,
      here.tenantId,
      upload,
    )(/^-?\d{1,4}$/.test(n) ? Number(n) : Number.NaN, bytes);
    return isRefusal(stored) ? no(c, stored) : c.body(null, 204);
  };

/** `POST …/uploads/<upload>`: all of it was sent. */
export const finishAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const here = await find(c);
    if (here === null) return no(c, nothing);
    const uploadId = c.req.param('upload') ?? '';
    const finished = await sendCommand(c, here.tenantId, freshId(), {
      type: 'FinishUpload',
      input: { uploadId },
    });
    return isRefusal(finished) ? no(c, finished) : c.body(null, 204);
  };

/** Takes in the files of a form one after the other, as they arrive; what could not be taken, in words, file by file. */
async function takeForm(c: Context<AppEnv>, { tenantId, place }: FilesHere): Promise<string[]> {
  const parts = readParts(c.req.raw);
  if (parts === null) return ['Choose the files to attach.'];
  const faults: string[] = [];
  let kind: string | null = null;
  let count = 0;
  for await (const { name, fileName, body } of parts) {
    if (fileName === undefined) {
      let text = '';
      for await (const bytes of body) if (text.length < 200) text += new TextDecoder().decode(bytes);
      if (name === 'kind' && text.trim() !== '') kind = text.trim().slice(0, 80);
    } else if (fileName !== '') {
      count += 1;
      const input = { place, uploadId: freshId(), name: fileName, kind, declared: null };
      const sent = await sendStream(c, tenantId, input, body);
      if (isRefusal(sent)) faults.push(`${fileName}: ${sent.message}`);
    }
  }
  return count === 0 ? ['Choose the files to attach.'] : faults;
}

/** `POST …/files`: a form without script. */
export const attachAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const here = await find(c);
    if (here === null) return answerStatus(c, 404, nothing.message);
    let faults: string[];
    try {
      faults = await takeForm(c, here);
    } catch {
      faults = ['The files did not arrive whole. Go back and attach them again.'];
    }
    return faults.length > 0 ? answerStatus(c, 422, faults.join(' ')) : c.redirect(here.page, 303);
  };

/** `POST …/files/<file>/removals`: of a file of what the address names, and of nothing else's. */
export const removeAt =
  (find: FindHere) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const here = await find(c);
    if (here === null) return answerStatus(c, 404, nothing.message);
    const attachmentId = c.req.param('file') ?? '';
    const file = await storedFile(here.db, attachmentId, Date.now());
    if (file?.place !== here.key) return answerStatus(c, 404, nothing.message);
    const removed = await sendCommand(c, here.tenantId, freshId(), {
      type: 'RemoveAttachment',
      input: { attachmentId },
    });
    if (isRefusal(removed)) return answerStatus(c, statusOf(removed), removed.message);
    return leaveFor(c, here.page);
  };
