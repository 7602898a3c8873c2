import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Envelope, TenantCommand } from '../../schema/commands.ts';
import type { ImportKind } from '../../schema/domain/imports/import.ts';
import { isRefusal, type Refusal } from '../../schema/domain/refusal.ts';
import { command, tenantActor } from '../command.ts';
import type { AppEnv } from '../env.ts';
import type { FileFault } from './decode.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** Portions sent in one call of the actor. */
const portions_at_once = 4;

/** A file as somebody sent it. */
export interface Upload {
  kind: ImportKind;
  target: string | null;
  fileName: string;
  bytes: Uint8Array;
  /** to be applied as soon as it has been checked */
  commits: boolean;
  currency: string;
}

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** A name as it can be shown and kept: its last part, on one line. */
const plainName = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(0, 200) || 'file.csv';

/** The first command, which names the file, and those that bring its rows; ids follow from the first's: sent again, all are repetitions. */
function envelopesOf(c: Context<AppEnv>, commandId: string, upload: Upload, file: ReadFile) {
  const importId = hashOf(commandId).slice(0, 26);
  const { kind, target, commits, bytes, fileName } = upload;
  const first: Envelope<TenantCommand> = command(c, commandId, {
    type: 'StageImport',
    input: {
      importId,
      kind,
      target,
      fileName: plainName(fileName),
      fileHash: hashOf(bytes),
      header: file.header,
      rows: file.rows,
      chunks: file.chunks.length,
      commits,
    },
  });
  const rest = file.chunks.map(
    (rows, chunk): Envelope<TenantCommand> =>
      command(c, `${commandId}-rows-${chunk}`, {
        type: 'StageImportRows',
        input: { importId, chunk, rows },
      }),
  );
  return { importId, first, rest };
}

/**
 * Reads a file and hands its rows to the tenant's actor, which checks them from then on by itself. Sent again with the
 * same id, what has arrived is not sent twice.
 */
export async function stage(
  c: Context<AppEnv>,
  commandId: string,
  upload: Upload,
): Promise<{ importId: string } | Refusal | FileFault> {
  const { kind, currency, target } = upload;
  const file = readFile(upload.bytes, kind, { currency, target });
  if ('fault' in file) return file;
  const { importId, first, rest } = envelopesOf(c, commandId, upload, file);
  const actor = tenantActor(c);
  const begun = await actor.execute(first);
  if (isRefusal(begun)) return begun;
  for (let from = 0; from < rest.length; from += portions_at_once) {
    const answers = await actor.executeAll(rest.slice(from, from + portions_at_once));
    const no = answers.find(isRefusal);
    if (no) return no;
  }
  return { importId };
}
