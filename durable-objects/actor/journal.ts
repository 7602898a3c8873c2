import { createHash } from 'node:crypto';
import type { Row } from '@libsql/client/web';
import type { Audience } from '../../schema/domain/audience.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { OrganisationRef } from '../../schema/domain/permissions.ts';
import type { Statement } from './store.ts';

/** Figures, ids and states: what stands in an entry in clear. Never a name, a diagnosis or a sentence. */
export type Data = {
  [name: string]:
    | string
    | number
    | boolean
    | null
    | Data
    | readonly Data[]
    | readonly string[]
    | readonly number[];
};

/** One line of the journal, as stored. `data` and `sealed` are JSON texts. */
export interface Entry {
  seq: number;
  commandId: string;
  at: Moment;
  actor: string;
  action: string;
  subject: string;
  data: string;
  sealed: string | null;
  inputHash: string;
  prevHash: string;
  hash: string;
}

/** Something people of the organisation are told with an entry. */
export interface Notice {
  kind: string;
  audience: Audience;
  subject: string;
  data: Record<string, string | number>;
}

/** The end of the chain: what the next entry follows. */
export interface Head {
  seq: number;
  hash: string;
}

/** What the first entry follows. */
export const genesis: Head = { seq: 0, hash: '0'.repeat(64) };

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The hash of a command's input and of whom it is sent for: the same id with another one is a conflict. */
export function inputHashOf(
  command: { type: string; input: unknown },
  { kind, id }: OrganisationRef,
): string {
  return sha256(JSON.stringify([command.type, command.input, kind, id]));
}

/** sha-256 of the previous hash and the entry, its fields in this order. */
export function entryHash(entry: Omit<Entry, 'hash'>): string {
  const { seq, commandId, at, actor, action, subject, data, sealed, inputHash } = entry;
  const canonical = JSON.stringify({ seq, commandId, at, actor, action, subject, data, sealed, inputHash });
  return sha256(`${entry.prevHash}\n${canonical}`);
}

/** The entry that follows `head`. */
export function nextEntry(head: Head, entry: Omit<Entry, 'seq' | 'prevHash' | 'hash'>): Entry {
  const linked = { ...entry, seq: head.seq + 1, prevHash: head.hash };
  return { ...linked, hash: entryHash(linked) };
}

/** Appends entries. `seq` is the primary key: a writer whose head is old loses its whole batch here. */
export function appendEntries(entries: readonly Entry[]): Statement {
  const rows = entries.map((e) => [
    e.seq,
    e.commandId,
    e.at,
    e.actor,
    e.action,
    e.subject,
    e.data,
    e.sealed,
    e.inputHash,
    e.prevHash,
    e.hash,
  ]);
  return {
    sql: `insert into journal (seq, command_id, at, actor, action, subject, data, sealed, input_hash, prev_hash, hash)
      select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8, value->>9, value->>10
      from json_each(?)`,
    args: [JSON.stringify(rows)],
  };
}

/** Writes the notices that go with entries. */
export function appendNotices(notices: readonly { entry: Entry; notice: Notice }[]): Statement {
  const rows = notices.map(({ entry, notice }) => [
    entry.seq,
    entry.at,
    notice.kind,
    notice.audience,
    notice.subject,
    JSON.stringify(notice.data),
  ]);
  return {
    sql: `insert into notices (seq, at, kind, audience, subject, data)
      select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 from json_each(?)`,
    args: [JSON.stringify(rows)],
  };
}

export const readHead: Statement = {
  sql: 'select seq, hash from journal order by seq desc limit 1',
  args: [],
};

export function headOf(rows: Row[]): Head {
  const row = rows[0];
  return row ? { seq: Number(row.seq), hash: String(row.hash) } : genesis;
}

/** What the journal holds under a command's id. */
export interface Recorded {
  seq: number;
  action: string;
  inputHash: string;
  /** JSON text; its `outcome` is what was answered */
  data: string;
}

export function readRecorded(commandIds: readonly string[]): Statement {
  return {
    sql: 'select command_id, seq, action, input_hash, data from journal where command_id in (select value from json_each(?))',
    args: [JSON.stringify(commandIds)],
  };
}

export function recordedOf(rows: Row[]): Map<string, Recorded> {
  const found = new Map<string, Recorded>();
  for (const row of rows)
    found.set(String(row.command_id), {
      seq: Number(row.seq),
      action: String(row.action),
      inputHash: String(row.input_hash),
      data: String(row.data),
    });
  return found;
}
