import { thumbnailOf } from './thumbnail.ts';

/** Refused in words: sending it again would not help. */
export class Unsendable extends Error {}

const FILE_BYTES_MAX = 10 * 1024 * 1024;
const PAUSE_MS_MAX = 20_000;

type Progress = (share: number, words?: string) => void;
interface Sent {
  status: number;
  text: string;
}

/** One request; `fetch` does not tell how far a body is. Status 0: the network is away. */
function post(
  to: string,
  body: XMLHttpRequestBodyInit,
  sent: (bytes: number) => void = () => {},
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    if (typeof body === 'string') request.setRequestHeader('content-type', 'application/json');
    request.upload.onprogress = ({ loaded }) => sent(loaded);
    request.onloadend = () => resolve({ status: request.status, text: request.responseText });
    request.send(body);
  });
}

/** Waits a while, or until the network is back. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    }
    addEventListener('online', done);
  });
}

const isPassing = (status: number) => status === 0 || status === 429 || status >= 500;

/** Sends until it is answered: a network that is away comes back. What is refused is thrown, in the server's words. */
async function untilAnswered(send: () => Promise<Sent>, wait: (words: string) => void): Promise<string> {
  for (let ms = 1000; ; ms = Math.min(ms * 2, PAUSE_MS_MAX)) {
    const { status, text } = await send();
    if (status >= 200 && status < 300) return text;
    if (!isPassing(status)) {
      if (status === 401)
        throw new Unsendable('You are signed out. Sign in again and choose the file again.');
      const message = /"message":("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
      const words = message === undefined ? 'The server refused this file.' : String(JSON.parse(message));
      throw status === 409 || status === 404 ? new Error(words) : new Unsendable(words);
    }
    wait(status === 0 ? 'Waiting for the network' : 'Waiting for the server');
    await pause(ms);
  }
}

interface Begun {
  uploadId: string;
  have: number[];
  piece: number;
}

function begunOf(text: string): Begun {
  const value: Partial<Begun> = JSON.parse(text);
  return { uploadId: value.uploadId ?? '', have: value.have ?? [], piece: value.piece ?? FILE_BYTES_MAX };
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends a file piece by piece, beginning where the server has none: what was cut off before goes on, because the server
 * knows the file by its content.
 */
export async function sendFile(
  file: File,
  kind: string | null,
  to: string,
  progress: Progress,
): Promise<void> {
  const { name, size } = file;
  if (size > FILE_BYTES_MAX)
    throw new Unsendable('This file is larger than 10 MB: make it smaller, or split it.');
  if (size === 0) throw new Unsendable('This file is empty.');
  progress(0, 'Being read');
  const sha256 = await hashOf(file);
  let share = 0;
  const wait = (words: string) => progress(share, words);
  const said = JSON.stringify({ name, kind, size, sha256 });
  const { uploadId, have, piece } = begunOf(await untilAnswered(() => post(to, said), wait));
  const upload = `${to}/${uploadId}`;
  for (let n = 0; n * piece < size; n += 1) {
    const start = n * piece;
    const part = file.slice(start, start + piece);
    const shown = (bytes: number) => {
      share = Math.min((start + bytes) / size, 0.999);
      progress(share);
    };
    if (!have.includes(n)) await untilAnswered(() => post(`${upload}/pieces/${n}`, part, shown), wait);
    shown(part.size);
  }
  const small = await thumbnailOf(file).catch(() => null);
  if (small) await untilAnswered(() => post(`${upload}/pieces/-1`, small), wait);
  progress(1);
  await untilAnswered(() => post(upload, ''), wait);
}
