import { findJsonFault, placeOf } from './json-fault.ts';
import type { Fault } from './problems.ts';

/** The largest body that is read. */
export const body_bytes_max = 1_000_000;
/** The deepest nesting that is read; a claim has 4 levels. */
const depth_max = 16;

const JSON_TYPE = /^application\/(?:json|[a-z0-9.-]+\+json)\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const tooLarge: Fault = {
  code: 'too-large',
  detail: `The body is larger than ${body_bytes_max.toLocaleString('en-GB')} bytes.`,
};

function wrongHeaders(request: Request): Fault | null {
  const type = request.headers.get('content-type') ?? '';
  if (!JSON_TYPE.test(type))
    return {
      code: 'not-json',
      detail: `Send content-type: application/json${type ? ', not another one' : ''}.`,
    };
  const coding = request.headers.get('content-encoding') ?? 'identity';
  if (coding.toLowerCase() !== 'identity')
    return { code: 'not-json', detail: 'Send the body as it is, without a content-encoding.' };
  const length = Number(request.headers.get('content-length') ?? 0);
  return length > body_bytes_max ? tooLarge : null;
}

/** The body's bytes, or null as soon as there are too many: what was announced is not believed. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > body_bytes_max) return null;
    chunks.push(chunk);
  }
  const [first] = chunks;
  if (chunks.length === 1 && first) return first;
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a request's body as JSON, or says what is wrong with it and where. */
export async function readJson(request: Request): Promise<{ value: unknown } | { fault: Fault }> {
  const wrong = wrongHeaders(request);
  if (wrong) return { fault: wrong };
  const bytes = await readBytes(request);
  if (bytes === null) return { fault: tooLarge };
  const text = decode(bytes);
  if (text === null) return { fault: { code: 'malformed-json', detail: 'The body is not UTF-8.' } };
  const found = findJsonFault(text, depth_max);
  if (found === null) return { value: JSON.parse(text) };
  const code = found.kind === 'depth' ? 'too-deep' : 'malformed-json';
  return {
    fault: { code, detail: `The body cannot be read at ${placeOf(text, found.at)}: ${found.message}.` },
  };
}
