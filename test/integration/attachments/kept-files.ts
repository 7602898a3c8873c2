import { env } from 'cloudflare:workers';
import { openStore } from '../../../durable-objects/actor/store.ts';
import type { StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import { connect } from '../../../worker/databases/connect.ts';
import type { World } from '../actor/a-desk.ts';
import { command, done } from '../actor/a-tenant.ts';
import { claimForm } from '../actor/claim-form.ts';
import { Uploading } from './uploading.ts';

export const draftOf = ({ people }: World, draftId = 'draft-1') =>
  ({ kind: 'draft', facilityId: people.facility.organisation.id, draftId }) as const;
export const sendingTo = ({ desk, people }: World) => new Uploading(desk, people.facility);
export const storeOf = ({ people }: World) => openStore(connect(env, `tenant-${people.id}`));

/** A file's row as it lies. */
export async function fileRow(world: World, id: string): Promise<StoredFile | null> {
  const { rows } = await connect(env, `tenant-${world.people.id}`).execute({
    sql: 'select body from attachments where id = ?',
    args: [id],
  });
  return rows[0] ? JSON.parse(String(rows[0].body)) : null;
}

/** Files a claim of the facility's; what it answers. */
export const filing = ({ send, people }: World, draftId?: string, more = {}) =>
  send(
    command(
      people.facility,
      'SubmitClaim',
      claimForm({ ...(draftId === undefined ? {} : { draftId }), ...more }),
    ),
  );

/** The same, to the end: its number. */
export async function filed(world: World, draftId?: string, more = {}): Promise<string> {
  const outcome = done(await filing(world, draftId, more));
  return 'number' in outcome ? String(outcome.number) : '';
}

/** A claim's files, version and state as they lie. */
export async function claimOf({ people }: World, number: string) {
  const { rows } = await connect(env, `tenant-${people.id}`).execute({
    sql: "select json_extract(body, '$.attachments') as files, version, state from claims where number = ?",
    args: [number],
  });
  const [row] = rows;
  const version = Number(row?.version);
  return { version, state: row?.state, files: JSON.parse(String(row?.files ?? '[]')) };
}
