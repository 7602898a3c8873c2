import { env } from 'cloudflare:workers';
import type { Import } from '../../../schema/domain/imports/import.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { StageImport } from '../../../schema/forms/import.ts';
import { freshId } from '../../../worker/command.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { readFile } from '../../../worker/imports/read-file.ts';
import type { World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';

/** The commands that stage a file, as the worker makes them. */
export function stagingOf(
  principal: Principal,
  kind: StageImport['kind'],
  text: string,
  more: Partial<StageImport> = {},
) {
  const file = readFile(new TextEncoder().encode(text), kind, {
    currency: 'NGN',
    target: more.target ?? null,
  });
  if ('fault' in file) throw new Error(file.fault);
  const importId = freshId();
  const input: StageImport = {
    importId,
    kind,
    target: null,
    fileName: 'file.csv',
    fileHash: '0'.repeat(64),
    header: file.header,
    rows: file.rows,
    chunks: file.chunks.length,
    commits: false,
    ...more,
  };
  const rows = file.chunks.map((each, chunk) =>
    command(principal, 'StageImportRows', { importId, chunk, rows: each }),
  );
  return { importId, envelopes: [command(principal, 'StageImport', input), ...rows] };
}

const bodyOf = async (tenantId: string, importId: string): Promise<Import | null> => {
  const { rows } = await connect(env, `tenant-${tenantId}`).execute({
    sql: 'select body from imports where id = ?',
    args: [importId],
  });
  const [row] = rows;
  if (!row) return null;
  const body: Import = JSON.parse(String(row.body));
  return body;
};

/** Waits until an import is in one of these states. */
export async function untilState(
  { people }: { people: Pick<World['people'], 'id'> },
  importId: string,
  ...states: Import['state'][]
): Promise<Import> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const record = await bodyOf(people.id, importId);
    if (record && states.includes(record.state)) return record;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`the import did not get to ${states.join(' or ')}`);
}

/** Stages a file and waits for its dry run. */
export async function checkedImport(
  world: World,
  kind: StageImport['kind'],
  text: string,
  more: Partial<StageImport> = {},
): Promise<Import> {
  const { importId, envelopes } = stagingOf(world.people.system, kind, text, more);
  for (const envelope of envelopes) done(await world.send(envelope));
  return untilState(world, importId, 'CHECKED', 'DONE');
}

/** Says yes to an import and waits until it is done. */
export async function applied(world: World, importId: string): Promise<Import> {
  done(await world.send(command(world.people.system, 'CommitImport', { importId })));
  return untilState(world, importId, 'DONE');
}

/** The rows of an import, in the file's order. */
export async function rowsOf({ people }: World, importId: string) {
  const { rows } = await connect(env, `tenant-${people.id}`).execute({
    sql: 'select n, line, outcome, reasons, result from import_rows where import_id = ? order by n',
    args: [importId],
  });
  return rows.map((row) => ({
    line: Number(row.line),
    outcome: String(row.outcome),
    reasons: String(row.reasons ?? ''),
    result: row.result,
  }));
}
