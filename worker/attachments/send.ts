import type { Context } from 'hono';
import type { Answer, TenantCommand, TenantOutcome, UploadOutcome } from '../../schema/commands.ts';
import { isRefusal, type Refusal } from '../../schema/domain/refusal.ts';
import type { BeginUpload } from '../../schema/forms/attachments.ts';
import { commandDoor } from '../api/reach.ts';
import { command, tenantActor } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { type StorePiece, storeStream } from './store-stream.ts';

/** Has the tenant do a command about files, by way of the facility's actor where a facility asks. */
export function sendCommand(
  c: Context<AppEnv>,
  tenantId: string,
  id: string,
  what: TenantCommand,
): Promise<Answer<TenantOutcome>> {
  const { kind, id: own } = c.var.organisation;
  const door = commandDoor(c, { tenantId, facilityId: kind === 'facility' ? own : null });
  return door.execute(command(c, id, what));
}

/** Stores pieces of an upload. */
export function pieceStore(c: Context<AppEnv>, tenantId: string, uploadId: string): StorePiece {
  const { principal } = c.var;
  const actor = tenantActor(c, tenantId);
  return (n, bytes) => actor.storePiece({ principal, uploadId, n, bytes });
}

/** A file that comes as a stream: begun, stored, finished under ids that follow from one, so that it can be sent again. */
export async function sendStream(
  c: Context<AppEnv>,
  tenantId: string,
  input: BeginUpload,
  source: AsyncIterable<Uint8Array>,
): Promise<{ refused?: false; attachmentId: string; repeated: boolean } | Refusal> {
  const { uploadId } = input;
  const begun = await sendCommand(c, tenantId, `${uploadId}-begin`, { type: 'BeginUpload', input });
  if (isRefusal(begun)) return begun;
  const finish = () =>
    sendCommand(c, tenantId, `${uploadId}-finish`, { type: 'FinishUpload', input: { uploadId } });
  // Begun before, it may have been finished before too: then nothing of it is taken again.
  const before = begun.repeated ? await finish() : null;
  if (before && !before.refused) return { attachmentId: uploadId, repeated: true };
  const size = await storeStream(source, pieceStore(c, tenantId, uploadId));
  if (typeof size !== 'number') return size;
  const finished = await finish();
  return isRefusal(finished) ? finished : { attachmentId: uploadId, repeated: finished.repeated };
}

/** What beginning an upload came to. */
export async function beginUpload(
  c: Context<AppEnv>,
  tenantId: string,
  input: BeginUpload,
): Promise<UploadOutcome | Refusal> {
  const begun = await sendCommand(c, tenantId, `${input.uploadId}-begin`, { type: 'BeginUpload', input });
  if (isRefusal(begun)) return begun;
  const { outcome } = begun;
  return 'resumed' in outcome ? outcome : { uploadId: input.uploadId, resumed: false };
}
