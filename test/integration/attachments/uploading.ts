import type { TenantDesk } from '../../../durable-objects/tenant/desk.ts';
import type { Answer } from '../../../schema/commands.ts';
import { chunk_bytes, chunksOf } from '../../../schema/domain/attachments/limits.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import type { PlaceNamed } from '../../../schema/forms/attachments.ts';
import { freshId } from '../../../worker/command.ts';
import { sha256Of } from '../../support/files.ts';
import { command } from '../actor/a-tenant.ts';

/** What a file is sent with; left out: as a browser of the facility's clerk would. */
interface Sending {
  name?: string;
  kind?: string | null;
  by?: Principal;
  /** what is said of it beforehand, where that is not the truth */
  declared?: { size: number; sha256: string } | null;
  thumbnail?: Uint8Array;
}

/** A desk in hand, and somebody who sends files to it. */
export class Uploading {
  readonly #desk: TenantDesk;
  readonly #by: Principal;

  constructor(desk: TenantDesk, by: Principal) {
    this.#desk = desk;
    this.#by = by;
  }

  /** Begins an upload; its id. */
  async begin(place: PlaceNamed, bytes: Uint8Array, sending: Sending = {}): Promise<Answer<object>> {
    const { name = 'scan.pdf', kind = null, by = this.#by } = sending;
    const { declared = { size: bytes.length, sha256: sha256Of(bytes) } } = sending;
    const input = { place, uploadId: freshId(), name, kind, declared };
    return this.#desk.cycle.submit(command(by, 'BeginUpload', input));
  }

  piece(uploadId: string, n: number, bytes: Uint8Array, by = this.#by) {
    return this.#desk.files.desk.store({ principal: by, uploadId, n, bytes });
  }

  /** Sends all pieces, in an order that is none. */
  async pieces(uploadId: string, bytes: Uint8Array): Promise<void> {
    const all = Array.from({ length: chunksOf(bytes.length) }, (_, n) => n).reverse();
    for (const n of all) {
      const sent = await this.piece(uploadId, n, bytes.subarray(n * chunk_bytes, (n + 1) * chunk_bytes));
      if (isRefusal(sent)) throw new Error(sent.message);
    }
  }

  async finish(uploadId: string, { by = this.#by, id = freshId() } = {}): Promise<Answer<object>> {
    const envelope = command(by, 'FinishUpload', { uploadId }, id);
    await this.#desk.files.desk.beforeFinish(envelope);
    return this.#desk.cycle.submit(envelope);
  }

  /** All of it: what finishing it answers, or what refused it before. */
  async send(place: PlaceNamed, bytes: Uint8Array, sending: Sending = {}): Promise<Answer<object>> {
    const begun = await this.begin(place, bytes, sending);
    if (begun.refused) return begun;
    const uploadId = idOf(begun);
    await this.pieces(uploadId, bytes);
    if (sending.thumbnail) await this.piece(uploadId, -1, sending.thumbnail);
    return this.finish(uploadId);
  }

  async remove(attachmentId: string, by = this.#by): Promise<Answer<object>> {
    return this.#desk.cycle.submit(command(by, 'RemoveAttachment', { attachmentId }));
  }
}

/** The id that an answer names; an error when it was refused. */
export function idOf(answer: Answer<object>): string {
  if (answer.refused) throw new Error(`${answer.code}: ${answer.message}`);
  const { outcome } = answer;
  if ('uploadId' in outcome) return String(outcome.uploadId);
  return 'attachmentId' in outcome ? String(outcome.attachmentId) : '';
}
