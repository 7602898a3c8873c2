import { chunk_bytes, chunksOf } from '../../schema/domain/attachments/limits.ts';
import { paths } from '../../views/paths.ts';
import { aPdf, sha256Of } from '../support/files.ts';
import { type Doors, type Insurer, issueKey, signIn } from '../support/insurer.ts';

/** A file that was acknowledged: of which claim, and what is in it. */
export interface Kept {
  readonly number: string;
  readonly sha256: string;
}

/** Two whole pieces and a part of one. */
const file_bytes = 2 * chunk_bytes + 90_000;
const patience_ms = 60_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
const isPassing = (status: number) => status === 429 || status >= 500;

/** Asks until there is an answer that is no fault of the moment. */
async function answered(ask: () => Promise<Response>): Promise<Response> {
  for (const giveUpAt = performance.now() + patience_ms; performance.now() < giveUpAt; ) {
    const answer = await ask().catch(() => null);
    if (answer && !isPassing(answer.status)) return answer;
    await answer?.body?.cancel();
    await pause();
  }
  throw new Error('a file was not answered for');
}

/** Sends files as a browser does, piece by piece, and as a program does, in one body; neither gives a file up. */
export class Uploads {
  readonly kept: Kept[] = [];
  readonly #doors: Doors;
  readonly #insurer: Insurer;
  readonly #cookie: string;
  readonly #key: string;

  constructor(doors: Doors, insurer: Insurer, { cookie, key }: { cookie: string; key: string }) {
    this.#doors = doors;
    this.#insurer = insurer;
    this.#cookie = cookie;
    this.#key = key;
  }

  #ask(path: string, body: BodyInit | null, headers: Record<string, string> = {}): Promise<Response> {
    const { origin } = this.#doors;
    const own = { origin, cookie: this.#cookie, ...headers };
    const method = body === null ? 'GET' : 'POST';
    return fetch(new URL(path, origin), { method, headers: own, body, redirect: 'manual' });
  }

  async piecewise(number: string, name: string): Promise<void> {
    const bytes = aPdf(file_bytes, name);
    const sha256 = sha256Of(bytes);
    const to = paths.files.staff(this.#insurer.slug, number).uploads();
    const acknowledged = new Set<number>();
    const said = JSON.stringify({ name: `${name}.pdf`, kind: null, size: bytes.length, sha256 });
    for (const giveUpAt = performance.now() + patience_ms; performance.now() < giveUpAt; await pause()) {
      const begun = await answered(() => this.#ask(to, said, { 'content-type': 'application/json' }));
      const text = await begun.text();
      // Finished before a kill took the answer: it is there, and says so.
      const isDone = begun.status === 422 && text.includes('already there');
      if (isDone) return void this.kept.push({ number, sha256 });
      if (begun.status !== 200) throw new Error(`an upload answered ${begun.status}: ${text}`);
      const { uploadId, have }: { uploadId: string; have: number[] } = JSON.parse(text);
      const lost = [...acknowledged].filter((n) => !have.includes(n));
      if (lost.length > 0) throw new Error(`pieces ${lost} of ${name} were taken and are gone`);
      const isTaken = await this.#send(`${to}/${uploadId}`, bytes, have, acknowledged);
      if (isTaken) return void this.kept.push({ number, sha256 });
    }
    throw new Error(`${name} was not taken for ${patience_ms} ms`);
  }

  /**
   * Sends what is missing; false: something did not arrive, and the upload is begun again. The first piece is sent by itself, as by
   * somebody who reloads the page after it: every upload is taken up again, whether a kill falls into it or not.
   */
  async #send(
    upload: string,
    bytes: Uint8Array<ArrayBuffer>,
    have: readonly number[],
    acknowledged: Set<number>,
  ): Promise<boolean> {
    for (let n = 0; n < chunksOf(bytes.length); n += 1) {
      if (have.includes(n)) continue;
      const part = bytes.slice(n * chunk_bytes, (n + 1) * chunk_bytes);
      const sent = await this.#ask(`${upload}/pieces/${n}`, part).catch(() => null);
      if (sent?.status !== 204) return false;
      acknowledged.add(n);
      if (n === 0) return false;
    }
    const done = await this.#ask(upload, '').catch(() => null);
    return done?.status === 204;
  }

  async streamed(number: string, name: string): Promise<void> {
    const bytes = aPdf(file_bytes, name);
    const address = new URL(`${paths.api.claim(number)}/attachments`, this.#doors.origin);
    address.searchParams.set('name', `${name}.pdf`);
    const headers = {
      'x-api-key': this.#key,
      'idempotency-key': name,
      'content-type': 'application/octet-stream',
    };
    const taken = await answered(() => fetch(address, { method: 'POST', headers, body: bytes }));
    if (taken.status !== 201 && taken.status !== 200)
      throw new Error(`a file answered ${taken.status}: ${await taken.text()}`);
    this.kept.push({ number, sha256: sha256Of(bytes) });
  }

  async opened(number: string, file: string): Promise<string> {
    const answer = await answered(() =>
      this.#ask(paths.files.staff(this.#insurer.slug, number).file(file), null),
    );
    return sha256Of(new Uint8Array(await answer.arrayBuffer()));
  }
}

/** Signs one of the staff in, and gives a program its key. */
export async function openUploads(doors: Doors, insurer: Insurer): Promise<Uploads> {
  const [who] = insurer.staff;
  if (!who) throw new Error('the insurer has no staff');
  const key = await issueKey(doors, insurer, ['claim.create', 'claim.review']);
  return new Uploads(doors, insurer, { cookie: await signIn(doors, who), key });
}
