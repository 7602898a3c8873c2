import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { import_bytes_max } from '../../schema/domain/imports/import.ts';
import { answerStatus } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { onNotFound } from './faults.ts';

/** The most that one request's body may hold; files have a door and a limit of their own. */
const body_bytes_max = 1_000_000;

/** What a form holds beside its file. */
const around_file_bytes = 100_000;

const smallBodies = bodyLimit({
  maxSize: body_bytes_max,
  onError: (c) => answerStatus(c, 413, 'Send at most 1 MB at a time.'),
});
const files = bodyLimit({
  maxSize: import_bytes_max + around_file_bytes,
  onError: (c) =>
    answerStatus(c, 413, 'The file is larger than 10 MB. Part it and upload one after the other.'),
});

/** Lets this address take a file. */
export const takesFile: MiddlewareHandler<AppEnv> = (c, next) => {
  c.set('takesFile', true);
  return next();
};

/** Lets this address take files as a stream: whoever reads it counts the bytes of each. */
export const streamsFiles: MiddlewareHandler<AppEnv> = (c, next) => {
  c.set('streamsFiles', true);
  return next();
};

/** Refuses a body that is too large before it is read into memory. */
export const requestLimits: MiddlewareHandler<AppEnv> = (c, next) => {
  if (c.var.streamsFiles) return next();
  return c.var.takesFile ? files(c, next) : smallBodies(c, next);
};

/**
 * Nothing is at an address that is none, because the host was named by something else; nor at one with a NUL in it, which
 * nothing has in its name and no database takes.
 */
export const realAddress: MiddlewareHandler<AppEnv> = async (c, next) =>
  c.req.url.includes('%00') || !URL.canParse(c.req.url) ? onNotFound(c) : next();
