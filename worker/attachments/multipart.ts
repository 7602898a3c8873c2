import { Buffer } from 'node:buffer';
import { file_bytes_max, files_max } from '../../schema/domain/attachments/limits.ts';

/** One part of a form, in the order in which it arrives; `body` has to be read to its end before the next one comes. */
export interface Part {
  name: string;
  /** undefined: it is a field and no file */
  fileName: string | undefined;
  body: AsyncGenerator<Uint8Array, void>;
}

const head_bytes_max = 8_192;
/** What a claim can have, and one more that is refused in words. */
const form_bytes_max = (files_max + 1) * (file_bytes_max + head_bytes_max);
const headEnd = Buffer.from('\r\n\r\n');

/** The stream as far as it was read and not used. */
class Incoming {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #held = Buffer.alloc(0);
  #count = 0;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read();
    this.#count += value?.length ?? 0;
    if (this.#count > form_bytes_max) throw new Error('the form is too large');
    if (value) this.#held = Buffer.concat([this.#held, value]);
    return !done;
  }

  #take(count: number): Buffer {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  /** Everything up to a mark, which is taken too; null: it does not come, or not soon enough. */
  async upTo(mark: Buffer, max: number): Promise<Buffer | null> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        const found = this.#take(at);
        this.#take(mark.length);
        return found;
      }
      if (this.#held.length > max || !(await this.#more())) return null;
    }
  }

  /** Everything up to a mark, as it comes; throws where the mark never does. */
  async *streamTo(mark: Buffer): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      const sure = at >= 0 ? at : Math.max(0, this.#held.length - mark.length);
      if (sure > 0) yield this.#take(sure);
      if (at >= 0) {
        this.#take(mark.length);
        return;
      }
      if (!(await this.#more())) throw new Error('the form ends in the middle');
    }
  }

  /** The next two bytes. */
  async pair(): Promise<string> {
    while (this.#held.length < 2) if (!(await this.#more())) return '';
    return this.#take(2).toString('latin1');
  }
}

/** A value of a header's parameter, as browsers write it (they put %22 for a quote and leave a backslash alone). */
function parameter(head: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(head)?.[1];
  return found?.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The parts of a form as they arrive (RFC 7578): nothing is held but what is being read. Null: this is no such form. */
export function readParts(request: Request): AsyncGenerator<Part, void> | null {
  const type = request.headers.get('content-type') ?? '';
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,70})"?/i.exec(type)?.[1];
  return boundary === undefined || request.body === null ? null : partsOf(request.body, boundary);
}

async function* streamOnce(incoming: Incoming, mark: Buffer, read: { all: boolean }) {
  yield* incoming.streamTo(mark);
  read.all = true;
}

async function* partsOf(body: ReadableStream<Uint8Array>, boundary: string): AsyncGenerator<Part, void> {
  const incoming = new Incoming(body);
  const mark = Buffer.from(`\r\n--${boundary}`);
  if ((await incoming.upTo(mark.subarray(2), head_bytes_max)) === null) return;
  while ((await incoming.pair()) === '\r\n') {
    const head = await incoming.upTo(headEnd, head_bytes_max);
    if (head === null) return;
    const text = head.toString('utf8');
    const read = { all: false };
    const stream = streamOnce(incoming, mark, read);
    yield { name: parameter(text, 'name') ?? '', fileName: parameter(text, 'filename'), body: stream };
    // What nobody wanted of it is passed over.
    if (!read.all) for await (const _ of incoming.streamTo(mark));
  }
}
