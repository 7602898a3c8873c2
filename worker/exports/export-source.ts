import { eq, sql } from 'drizzle-orm';
import type { ExportPortion, ExportSource } from '../../durable-objects/member/export-source.ts';
import { dateIn } from '../../schema/domain/dates.ts';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import { whomToAsk } from '../../schema/domain/members/whom-to-ask.ts';
import { authorizations } from '../../schema/tables/tenant/authorizations.ts';
import { claims } from '../../schema/tables/tenant/claims.ts';
import { memberNotices } from '../../schema/tables/tenant/member-notices.ts';
import { visits } from '../../schema/tables/tenant/visits.ts';
import type { Env } from '../env.ts';
import { csvText } from '../imports/write-csv.ts';
import { type Database, tenantDatabase } from '../queries/database.ts';
import { familyOf } from '../queries/family-of.ts';
import { tenantSettings } from '../queries/tenant-settings.ts';
import { entriesOf } from './benefit-section.ts';
import { askedOf, careSections } from './care-sections.ts';
import { type FileSoFar, nothingYet, packed } from './packing.ts';
import { personSections } from './person-sections.ts';
import { sealPiece } from './sealed-piece.ts';
import type { Held, Key, ReadFrom, Section } from './section.ts';
import type { ArchivedFile } from './zip.ts';

const sections: readonly Section[] = [...personSections, ...careSections];
/** So many things are read in one go: a portion holds up nobody. */
const portion_rows = 200;

/** Where it goes on, and how far each file is: JSON first, CSV beside it, section by section. */
interface Cursor {
  /** whose things are told: themselves first; fixed when it begins */
  people: string[];
  section: number;
  person: number;
  after: Key | null;
  files: FileSoFar[];
  done: number;
  total: number;
}

const fileNames = sections.flatMap(({ name }) => [`${name}.json`, `${name}.csv`]);

/** The files of an export that is whole. */
export function archivedFiles(cursor: string): (ArchivedFile & Pick<FileSoFar, 'pieces'>)[] {
  const { files }: Cursor = JSON.parse(cursor);
  return files.map((file, n) => ({ ...file, name: fileNames[n] ?? '' }));
}

/** Whose things are told: themselves first. */
type People = readonly [self: Enrollee, ...minors: Enrollee[]];

/**
 * Who asks, and the minors who depend on them. Somebody of full age takes their own away: that a principal may see their
 * claims is no leave to carry everything off.
 */
async function peopleOf(from: Omit<ReadFrom, 'self'>): Promise<People> {
  const [settings, family] = await Promise.all([tenantSettings(from.db), familyOf(from.db, from.enrolleeId)]);
  const self = family.find(({ id }) => id === from.enrolleeId);
  if (!settings || !self) throw new Error('there is nobody of whom anything is held');
  const today = dateIn(settings.calendar.zone, from.now);
  return [self, ...family.filter((each) => each.id !== self.id && whomToAsk(each, today) === self.id)];
}

/** How many things there are to read: counted in indexes alone. */
async function countOf(db: Database, people: People): Promise<number> {
  const tables = [claims, authorizations, visits];
  const counts = people.flatMap(({ id }) =>
    tables.map((table) => db.$count(table, eq(table.enrolleeId, id))),
  );
  const self = people[0].id;
  const entries = people.map((each) => db.$count(sql`ledger`, entriesOf(each)));
  const notices = db.$count(memberNotices, eq(memberNotices.enrolleeId, self));
  return (
    await Promise.all([...counts, ...entries, notices, db.$count(authorizations, askedOf(self))])
  ).reduce((sum, count) => sum + count, 0);
}

async function begun(db: Database, people: People): Promise<Cursor> {
  const ids = people.map(({ id }) => id);
  const files = fileNames.map(() => nothingYet);
  return {
    people: ids,
    section: 0,
    person: 0,
    after: null,
    files,
    done: 0,
    total: await countOf(db, people),
  };
}

/** What the next things add to a section's two files. */
function textsOf({ columns }: Section, held: readonly Held[], isFirst: boolean, isLast: boolean) {
  const items = held.map(({ json }) => JSON.stringify(json));
  const opening = isFirst ? '[\n' : items.length > 0 ? ',\n' : '';
  const json = `${opening}${items.join(',\n')}${isLast ? '\n]\n' : ''}`;
  const rows = held.flatMap((each) => each.rows);
  const csv = csvText(isFirst ? [columns, ...rows] : rows);
  // Only a file begins with the mark.
  return [json, isFirst ? csv : csv.slice(1)] as const;
}

type Step = { cursor: Cursor; pieces: ExportPortion['pieces'] };

/** Adds what was read to the section's files. */
function withHeld(env: Env, exportId: string, cursor: Cursor, held: readonly Held[], isLast: boolean): Step {
  const section = sections[cursor.section];
  const at = 2 * cursor.section;
  if (!section || (held.length === 0 && !isLast)) return { cursor, pieces: [] };
  const isFirst = (cursor.files[at]?.pieces ?? 0) === 0;
  const files = [...cursor.files];
  const pieces = textsOf(section, held, isFirst, isLast).map((text, n) => {
    const [file, before] = [at + n, cursor.files[at + n] ?? nothingYet];
    const [piece, after] = packed(before, text, isLast);
    files[file] = after;
    return { file, n: before.pieces, bytes: sealPiece(env, { exportId, file, n: before.pieces }, piece) };
  });
  return { cursor: { ...cursor, files }, pieces };
}

/** Where it goes on after some of one person's things: with more of them, the next person, the next section. */
function onwards(cursor: Cursor, held: readonly Held[], people: number): Cursor {
  const done = cursor.done + (cursor.section < personSections.length ? 0 : held.length);
  const last = held.at(-1);
  if (last && held.length === portion_rows) return { ...cursor, done, after: last.key };
  if (cursor.person + 1 < people) return { ...cursor, done, after: null, person: cursor.person + 1 };
  return { ...cursor, done, after: null, person: 0, section: cursor.section + 1 };
}

async function step(from: ReadFrom, people: People, exportId: string, cursor: Cursor): Promise<Step> {
  const section = sections[cursor.section];
  const person = people.find(({ id }) => id === cursor.people[cursor.person]);
  // Who has come of age meanwhile is left out from there on.
  const held = section && person ? await section.read(from, person, cursor.after, portion_rows) : [];
  const next = onwards(cursor, held, section?.isOwn ? 1 : cursor.people.length);
  const added = withHeld(from.env, exportId, cursor, held, next.section !== cursor.section);
  return { cursor: { ...next, files: added.cursor.files }, pieces: added.pieces };
}

/** Reads everything held about one person, portion by portion, each sealed with a key of the export's own. */
export const exportSourceOf =
  (env: Env): ((portalId: string) => ExportSource) =>
  (portalId) => ({
    next: async (exportId, text): Promise<ExportPortion> => {
      const covered = enrolleeOf(portalId);
      if (!covered) throw new Error('this is no covered person');
      const from = { env, ...covered, db: tenantDatabase(env, covered.tenantId), now: Date.now() };
      const people = await peopleOf(from);
      const [self] = people;
      let cursor: Cursor = text === null ? await begun(from.db, people) : JSON.parse(text);
      const pieces: ExportPortion['pieces'] = [];
      const read = cursor.done;
      while (cursor.section < sections.length && cursor.done - read < portion_rows) {
        const taken = await step({ ...from, self }, people, exportId, cursor);
        cursor = taken.cursor;
        pieces.push(...taken.pieces);
      }
      const { done, total } = cursor;
      const isWhole = cursor.section >= sections.length;
      return { pieces, cursor: JSON.stringify(cursor), done: Math.min(done, total), total, isWhole };
    },
  });
