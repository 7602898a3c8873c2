import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { findJsonFault, placeOf } from './json-fault.ts';
import type { Fault } from './problems.ts';

/** The deepest nesting that is read; a claim has 4 levels. */
const depth_max = 16;

const JSON_TYPE = /^application\/(?:json|[a-z0-9.-]+\+json)\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function wrongHeaders(c: Context<AppEnv>): Fault | null {
  const type = c.req.header('content-type') ?? '';
  if (!JSON_TYPE.test(type))
    return {
      code: 'not-json',
      detail: `Send content-type: application/json${type ? ', not another one' : ''}.`,
    };
  const coding = c.req.header('content-encoding') ?? 'identity';
  if (coding.toLowerCase() === 'identity') return null;
  return { code: 'not-json', detail: 'Send the body as it is, without a content-encoding.' };
}

function decode(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads a text as JSON, or says what is wrong with it and where. */
function parseJson(text: string): { value: unknown } | { fault: Fault } {
  const found = findJsonFault(text, depth_max);
  if (found === null) return { value: JSON.parse(text) };
  const code = found.kind === 'depth' ? 'too-deep' : 'malformed-json';
  return {
    fault: { code, detail: `The body cannot be read at ${placeOf(text, found.at)}: ${found.message}.` },
  };
}

/** Reads a request's body as JSON. How large it may be is decided before anything is read. */
export async function readJson(c: Context<AppEnv>): Promise<{ value: unknown } | { fault: Fault }> {
  const wrong = wrongHeaders(c);
  if (wrong) return { fault: wrong };
  const text = decode(await c.req.arrayBuffer());
  if (text === null) return { fault: { code: 'malformed-json', detail: 'The body is not UTF-8.' } };
  return parseJson(text);
}
