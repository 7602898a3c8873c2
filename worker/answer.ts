import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal, RefusalCode } from '../schema/domain/refusal.ts';
import type { AppEnv } from './env.ts';
import { errorPage } from './error-page.tsx';
import { render } from './render.tsx';

const statuses: Record<RefusalCode, ContentfulStatusCode> = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  wrong_state: 409,
  lease_held: 409,
  stale: 409,
  id_reused: 409,
  too_many: 429,
  unavailable: 503,
};

/** The HTTP status of a refusal. */
export const statusOf = (refusal: Refusal): ContentfulStatusCode => statuses[refusal.code];

/** Whether the same, sent again in a moment, may be done. */
const isPassing = ({ code }: Refusal): boolean => code === 'unavailable' || code === 'too_many';

const titles: Partial<Record<number, string>> = {
  400: 'Not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Unavailable',
};

/** A problem as RFC 9457 has it; `about:blank` says that the status tells all there is to know of its type. */
export function problem(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  detail: string,
  more: Record<string, unknown> = {},
): Response {
  const body = { type: 'about:blank', title: titles[status] ?? 'Refused', status, detail, ...more };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** Answers with a status and a sentence, as a page or a problem, whichever this address speaks. */
export function answerStatus(c: Context<AppEnv>, status: ContentfulStatusCode, message: string): Response {
  if (c.var.speaks === 'problem') return problem(c, status, message);
  return render(c, errorPage(c, status, message), status);
}

/** Answers a refusal: a page that says what to do, or problem+json with every field's error. */
export function answer(c: Context<AppEnv>, refusal: Refusal): Response {
  const status = statusOf(refusal);
  if (isPassing(refusal)) c.header('Retry-After', '1');
  if (c.var.speaks !== 'problem') return answerStatus(c, status, refusal.message);
  return problem(c, status, refusal.message, {
    code: refusal.code,
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
  });
}
