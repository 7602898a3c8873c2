import type { Context } from 'hono';
import type { ProblemView } from '../../schema/api/problem-view.ts';
import type { FieldError, Refusal, RefusalCode } from '../../schema/domain/refusal.ts';
import { paths } from '../../views/paths.ts';
import type { AppEnv } from '../env.ts';

/** A kind of "no" that the API can give. */
interface Problem {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  title: string;
  /** for the reference: when it happens and what to do */
  meaning: string;
}

/** Every refusal of the API. A name, once published, keeps its meaning and its status. */
export const problems = {
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    meaning:
      'The detail names the line and column. Keys must not repeat within an object, text must be UTF-8.',
  },
  'too-deep': { status: 400, title: 'The body is nested too deeply', meaning: 'At most 16 levels are read.' },
  'idempotency-key': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    meaning:
      'Every POST carries the header Idempotency-Key: 1 to 128 visible ASCII characters, another one for every new thing.',
  },
  'key-missing': {
    status: 401,
    title: 'No API key',
    meaning: 'Send the key in the header x-api-key.',
  },
  'key-unknown': {
    status: 401,
    title: 'The API key is not valid',
    meaning: 'The key does not exist, or it was revoked. Ask the organisation that issued it.',
  },
  'cross-origin': {
    status: 403,
    title: 'Not from a page of another origin',
    meaning:
      'A key belongs on a server, never in a browser. Requests that a page of another origin sends are refused.',
  },
  'scope-missing': {
    status: 403,
    title: 'The key lacks a scope',
    meaning:
      'The detail names the scope that is wanted. Who manages integrations can issue a key that has it.',
  },
  forbidden: {
    status: 403,
    title: 'Not allowed',
    meaning: 'The organisation refuses this to the key, for the reason given.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'There is no such thing, or it belongs to another organisation: a key cannot tell these apart.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Not that method',
    meaning: 'The address exists, for the methods that the header Allow names.',
  },
  'idempotency-key-reused': {
    status: 409,
    title: 'The Idempotency-Key was used before',
    meaning: 'It came with another body. Nothing was done. Use a new key for a new thing.',
  },
  'wrong-state': {
    status: 409,
    title: 'Not possible as things stand',
    meaning: 'The thing is in a state that does not allow this, or it exists already. The detail says which.',
  },
  'too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'At most 1 MB (1,000,000 bytes) is read.',
  },
  'not-csv': {
    status: 415,
    title: 'The body is not sent as CSV',
    meaning: 'This address takes a file: send it as content-type: text/csv.',
  },
  'not-json': {
    status: 415,
    title: 'The body must be JSON',
    meaning: 'Send it as content-type: application/json, in UTF-8, without a content-encoding.',
  },
  invalid: {
    status: 422,
    title: 'Something in it is wrong',
    meaning: 'Every mistake found is listed under errors with the path of its field. Nothing was done.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    meaning: 'Wait as many seconds as the header Retry-After says, then send it again.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'Not your mistake. Send it again: with the same Idempotency-Key nothing happens twice.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    meaning:
      'Whether it was done may not be known yet. Send it again after Retry-After with the same Idempotency-Key.',
  },
} as const satisfies Readonly<Record<string, Problem>>;

/** The name of a kind of problem, as clients read it in `code`. */
export type ProblemCode = keyof typeof problems;

const ofRefusal: Record<RefusalCode, ProblemCode> = {
  invalid: 'invalid',
  not_found: 'not-found',
  forbidden: 'forbidden',
  wrong_state: 'wrong-state',
  // No operation decides about claims yet: to a sender both mean that things stand otherwise than thought.
  lease_held: 'wrong-state',
  stale: 'wrong-state',
  id_reused: 'idempotency-key-reused',
  too_many: 'rate-limited',
  unavailable: 'unavailable',
};

/** A problem before it is answered: what is wrong this time. */
export interface Fault {
  code: ProblemCode;
  /** one plain sentence that says what to do */
  detail: string;
  errors?: FieldError[] | undefined;
  headers?: Record<string, string>;
}

/** What an actor refused, in the API's words. */
export function faultOf(refusal: Refusal): Fault {
  const code = ofRefusal[refusal.code];
  const isPassing = code === 'unavailable' || code === 'rate-limited';
  const headers = isPassing ? { 'retry-after': '1' } : {};
  return { code, detail: refusal.message, errors: refusal.errors, headers };
}

/** The id of a problem's explanation on the reference's page. */
export const problemAnchor = (code: ProblemCode): string => `problem-${code}`;

/** The largest number of mistakes listed in one answer. */
const errors_max = 100;

/** Answers with a problem (RFC 9457). */
export function problem(c: Context<AppEnv>, fault: Fault): Response {
  const { status, title } = problems[fault.code];
  const type = new URL(`${paths.docs()}#${problemAnchor(fault.code)}`, c.env.ORIGIN ?? c.req.url).href;
  const errors = fault.errors?.slice(0, errors_max);
  const body: ProblemView = {
    type,
    title,
    status,
    code: fault.code,
    detail: fault.detail,
    ...(errors === undefined ? {} : { errors }),
  };
  const headers = { 'content-type': 'application/problem+json', ...fault.headers };
  return c.body(JSON.stringify(body), status, headers);
}
