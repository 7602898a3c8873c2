import type { Envelope, TenantCommand } from '../../../schema/commands.ts';
import {
  chunk_bytes,
  chunkLength,
  chunks_max,
  thumbnail_bytes_max,
  thumbnailChunk,
} from '../../../schema/domain/attachments/limits.ts';
import { isArriving, type StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantMemory } from '../memory.ts';
import { sealChunk } from './chunk-seal.ts';
import { examine, spoiled } from './examine.ts';
import type { Pieces } from './pieces.ts';
import { Turns } from './turns.ts';

/**
 * Pieces that are worked on at once, and files that are read through at once. A piece costs about five times its size
 * while it is encrypted and sent on; what waits costs its size.
 */
const pieces_at_once = 6;
const files_at_once = 2;

/** A piece of a file that is on its way. */
export interface PieceSent {
  principal: Principal;
  uploadId: string;
  /** its place; -1: the small picture */
  n: number;
  bytes: Uint8Array;
}

export interface FileDeskParts {
  memory: TenantMemory;
  pieces: Pieces;
  clock: () => Moment;
  random: (bytes: number) => Uint8Array;
  look: <T>(wants: () => Want[], answer: () => T) => Promise<T>;
}

const noUpload = refuse('not_found', 'There is no such upload, or its time is over: send the file again.');
const wrongPiece = refuse('invalid', 'This piece is not one of the file: send it as it was asked for.');

function fits({ declared }: StoredFile, n: number, length: number): boolean {
  if (n === thumbnailChunk) return length > 0 && length <= thumbnail_bytes_max;
  if (declared !== null) return length > 0 && length === chunkLength(declared.size, n);
  return Number.isInteger(n) && n >= 0 && n < chunks_max && length > 0 && length <= chunk_bytes;
}

/** What is done with files beside the commands about them: their pieces come in, and are looked at once all are there. */
export class FileDesk {
  readonly #parts: FileDeskParts;
  readonly #storing = new Turns(pieces_at_once);
  readonly #reading = new Turns(files_at_once);

  constructor(parts: FileDeskParts) {
    this.#parts = parts;
  }

  async #arriving({ id, organisation }: Principal, uploadId: string): Promise<StoredFile | null> {
    const { memory, look, clock } = this.#parts;
    const file = await look(
      () => [{ shelf: memory.files, key: uploadId }],
      () => memory.files.get(uploadId),
    );
    const isOwn = id === 'system' || file?.owner === organisation.id;
    return file && isOwn && isArriving(file, clock()) ? file : null;
  }

  /**
   * Stores a piece, encrypted; the same piece again changes nothing. It stands in no journal: until the file is finished
   * nobody sees it. Whoever sends it has been let in by the worker and belongs to whoever began the upload.
   */
  async store({ principal, uploadId, n, bytes }: PieceSent): Promise<{ refused?: false } | Refusal> {
    const file = await this.#arriving(principal, uploadId);
    if (file === null) return noUpload;
    if (!fits(file, n, bytes.length)) return wrongPiece;
    const { pieces, random } = this.#parts;
    await this.#storing.take(() => pieces.put(file, n, sealChunk(file, n, bytes, random(12))));
    return {};
  }

  /** Which pieces of an upload are here: it goes on with the others. */
  async arrived(
    principal: Principal,
    uploadId: string,
  ): Promise<{ refused?: false; have: number[] } | Refusal> {
    const file = await this.#arriving(principal, uploadId);
    if (file === null) return noUpload;
    return { have: (await this.#parts.pieces.there(uploadId)).filter((n) => n >= 0) };
  }

  /**
   * Before `FinishUpload` is decided: reads the file through and leaves what was found for it. What did not arrive as it
   * was sent is deleted, so that it can be sent again.
   */
  async beforeFinish({ principal, command }: Envelope<TenantCommand>): Promise<void> {
    if (command.type !== 'FinishUpload') return;
    const { uploadId } = command.input;
    const { memory, pieces } = this.#parts;
    const file = await this.#arriving(principal, uploadId);
    if (file === null) return;
    const found = await this.#reading.take(() => examine(file, pieces));
    if (isRefusal(found) && found.code === spoiled.code) await pieces.delete(file);
    memory.found.set(uploadId, found);
  }
}
