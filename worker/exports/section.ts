import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import type { CoveredBy } from '../../schema/domain/members/portal-id.ts';
import type { Env } from '../env.ts';
import type { Database } from '../queries/database.ts';

/** By what a section goes on: the values that its rows are ordered by. */
export type Key = readonly (string | number)[];

/** What everything is read with. */
export interface ReadFrom extends CoveredBy {
  env: Env;
  db: Database;
  /** the covered person themselves, whoever's rows are read */
  self: Enrollee;
  now: number;
}

/** One thing that is held: for programs, and as rows for a spreadsheet. */
export interface Held {
  key: Key;
  json: unknown;
  rows: string[][];
}

/** One kind of thing that is held about people: it makes one file of JSON and one of CSV. */
export interface Section {
  name: string;
  columns: readonly string[];
  /** of the person alone, and not of dependants whom they may see */
  isOwn?: true;
  /** the next of one person's, after a key, by an index */
  read: (from: ReadFrom, person: Enrollee, after: Key | null, limit: number) => Promise<Held[]>;
}

/** What stands behind a key, in the order of an index. */
export const behind = (columns: readonly (SQL | SQLiteColumn)[], after: Key | null): SQL | undefined =>
  after === null
    ? undefined
    : sql`(${sql.join([...columns], sql`, `)}) > (${sql.join(
        after.map((value) => sql`${value}`),
        sql`, `,
      )})`;

/** A moment as programs and people read it. */
export const instant = (at: number): string => new Date(at).toISOString();

/** An amount for a spreadsheet. */
export const decimal = (minor: number | null): string => (minor === null ? '' : (minor / 100).toFixed(2));

/** Things that stand with the person, all of which are read at once. */
export const once =
  (read: (from: ReadFrom, person: Enrollee) => Promise<Omit<Held, 'key'>[]> | Omit<Held, 'key'>[]) =>
  async (from: ReadFrom, person: Enrollee, after: Key | null): Promise<Held[]> =>
    after === null ? (await read(from, person)).map((held, n) => ({ ...held, key: [n] })) : [];
