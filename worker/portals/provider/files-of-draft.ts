import type { Context } from 'hono';
import { placeKey, type StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import { type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import { sendCommand } from '../../attachments/send.ts';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { filesAtPlace } from '../../queries/stored-files.ts';
import type { FacilityDesk } from './desk.ts';
import type { Draft } from './draft-view.ts';

/** What an insurer keeps for a draft of the facility's: a draft's files are in the records of the insurer that it names. */
async function filesOfDraft(
  c: Context<AppEnv>,
  { id, body }: Pick<Draft, 'id' | 'body'>,
): Promise<StoredFile[]> {
  const place = placeKey({ kind: 'draft', facilityId: c.var.organisation.id, draftId: id });
  return filesAtPlace(tenantDatabase(c.env, body.tenantId), place, Date.now());
}

/** Why a draft cannot go to another insurer: its files would stay with the first. Null: there are none, or it names the same. */
export async function refuseToLeaveFiles(
  c: Context<AppEnv>,
  { tenants }: FacilityDesk,
  draft: Draft,
  tenantId: string,
): Promise<Refusal | null> {
  const first = tenants.find(({ id }) => id === draft.body.tenantId);
  if (first === undefined || first.id === tenantId) return null;
  const { length } = await filesOfDraft(c, draft);
  if (length === 0) return null;
  const are = length === 1 ? 'A file is' : `${length} files are`;
  const message = `${are} attached, and kept by ${first.name}. Remove what is attached first, or begin another claim.`;
  return refuse('invalid', message, [{ field: 'tenantId', message }]);
}

/** Takes away what is kept for a draft that was thrown away; what this does not reach goes by itself after its time. */
export async function removeFilesOfDraft(
  c: Context<AppEnv>,
  { tenants }: FacilityDesk,
  draft: Draft,
): Promise<void> {
  if (!tenants.some(({ id }) => id === draft.body.tenantId)) return;
  for (const { id: attachmentId } of await filesOfDraft(c, draft))
    await sendCommand(c, draft.body.tenantId, freshId(), {
      type: 'RemoveAttachment',
      input: { attachmentId },
    });
}
