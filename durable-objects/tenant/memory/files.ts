import type { StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import { insertRows, readJson } from '../../actor/json-rows.ts';
import type { Kind } from '../../actor/shelf.ts';
import type { Statement } from '../../actor/store.ts';

function deleteErased(files: readonly StoredFile[]): Statement[] {
  const ids = files.flatMap(({ id, state }) => (state === 'ERASED' ? [id] : []));
  if (ids.length === 0) return [];
  const sql = 'delete from attachments where id in (select value from json_each(?))';
  return [{ sql, args: [JSON.stringify(ids)] }];
}

/** Files of claims and drafts, by id: what is said of them, and their keys. Their pieces are never in memory. */
export const fileKind: Kind<StoredFile> = {
  name: 'attachment',
  capacity: 2_000,
  keys: ({ id }) => [id],
  read: (keys) =>
    readJson('attachments', { body: 'json(body)' }, 'id in (select value from json_each(?))', keys),
  parse: (text) => {
    const found: { body: StoredFile }[] = JSON.parse(text);
    return found.map(({ body }) => body);
  },
  write: (made, changed) => [
    ...insertRows(
      'attachments',
      ['id', 'place', 'state', 'expires_at', 'body'],
      [...made, ...changed]
        .filter(({ state }) => state !== 'ERASED')
        .map((file) => [file.id, file.place, file.state, file.expiresAt, file]),
      'on conflict do update set place = excluded.place, state = excluded.state, expires_at = excluded.expires_at, body = excluded.body',
    ),
    ...deleteErased(changed),
  ],
};

/** What is kept for one claim or draft, by id. */
export interface Folder {
  place: string;
  files: string[];
}

/** Folders follow from the files' own rows. */
export const folderKind: Kind<Folder> = {
  name: 'folder',
  capacity: 2_000,
  keys: ({ place }) => [place],
  read: (keys) => ({
    sql: `select json_group_array(json_object('place', k.value, 'files',
      (select json_group_array(id) from attachments where place = k.value))) from json_each(?) k`,
    args: [JSON.stringify(keys)],
  }),
  parse: (text) => {
    const found: { place: string; files: string[] | string }[] = JSON.parse(text);
    return found.map(({ place, files }) => ({
      place,
      files: typeof files === 'string' ? JSON.parse(files) : files,
    }));
  },
  write: () => [],
};
