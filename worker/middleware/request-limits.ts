import { bodyLimit } from 'hono/body-limit';
import { answerStatus } from '../answer.ts';

/** The most that one request's body may hold; files have a door and a limit of their own. */
const body_bytes_max = 1_000_000;

/** Refuses a body that is too large before it is read into memory. */
export const requestLimits = bodyLimit({
  maxSize: body_bytes_max,
  onError: (c) => answerStatus(c, 413, 'Send at most 1 MB at a time.'),
});
