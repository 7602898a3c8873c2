import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Conversations } from './answer-pipeline.ts';
import { type Failed, failed, failureOf, type PipelineAnswer, pipelineSchema } from './protocol.ts';

type Options = {
  readonly token: string;
  readonly bodyBytesMax: number;
  readonly conversations: Conversations;
  readonly isStopping: () => boolean;
};
type Answer = { readonly status: number; readonly body: unknown };

const ROUTE = /^\/([a-z0-9][a-z0-9-]{0,62})\/v2(\/pipeline)?$/;
/** Longer than clients keep a silent connection, so that it is they who close it and no request meets a closed one. */
const KEEP_ALIVE_MS = 10 * 60_000;

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  TOO_MANY_DATABASES: 503,
  TOO_MANY_STREAMS: 503,
  STOPPING: 503,
  INTERNAL: 500,
};

/** A failure of the engine here is one of opening the database: nothing that the client could put right. */
const statusOf = (code: string) => STATUS_OF_CODE[code] ?? (code.startsWith('SQLITE_') ? 500 : 400);

/** The HTTP side: checks who asks, reads the message, writes the answer. */
export function createHranaServer(options: Options): Server {
  const isAllowed = bearerCheck(options.token);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true }, (request, response) => {
    if (request.url === '/health') return send(response, { status: 200, body: { ok: true } });
    if (!isAllowed(request))
      return refuse(request, response, failed('UNAUTHORIZED', 'the bearer token is missing or wrong'));
    const route = ROUTE.exec(request.url ?? '');
    if (route?.[1] === undefined)
      return refuse(request, response, failed('NOT_FOUND', 'no such database or path'));
    const expected = route[2] === undefined ? 'GET' : 'POST';
    if (request.method !== expected)
      return refuse(request, response, failed('METHOD_NOT_ALLOWED', `use ${expected}`));
    if (expected === 'GET') return send(response, { status: 200, body: { version: 'hrana-2' } });
    readAndAnswer(route[1], request, response, options);
  });
  server.requestTimeout = 60_000;
  return server;
}

function readAndAnswer(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: Options,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= options.bodyBytesMax) chunks.push(chunk);
    else if (!response.headersSent)
      refuse(request, response, failed('BODY_TOO_LARGE', 'the message is too large'));
  });
  request.on('end', () => {
    if (length > options.bodyBytesMax) return;
    const answer = answerMessage(name, Buffer.concat(chunks).toString('utf8'), options);
    if (answer instanceof Promise)
      answer.then(
        (later) => sendAnswer(response, later),
        (error) => sendError(response, error),
      );
    else sendAnswer(response, answer);
  });
}

function answerMessage(
  name: string,
  text: string,
  { conversations, isStopping }: Options,
): PipelineAnswer | Failed | Promise<PipelineAnswer | Failed> {
  if (isStopping()) return failed('STOPPING', 'the server is stopping');
  try {
    const message = pipelineSchema.safeParse(JSON.parse(text));
    return message.success
      ? conversations.answer(name, message.data)
      : failed('MESSAGE_INVALID', `not a pipeline: ${message.error.issues[0]?.path.join('.') ?? ''}`);
  } catch (error) {
    return error instanceof SyntaxError
      ? failed('MESSAGE_INVALID', 'not JSON')
      : { failure: failureOf(error) };
  }
}

function sendAnswer(response: ServerResponse, answer: PipelineAnswer | Failed): void {
  if ('failure' in answer) {
    send(response, { status: statusOf(answer.failure.code), body: answer.failure });
  } else {
    send(response, { status: 200, body: answer });
  }
}

function sendError(response: ServerResponse, error: unknown): void {
  send(response, { status: 500, body: failureOf(error) });
}

/** Answers before the body has been read, so the connection cannot be used again. */
function refuse(request: IncomingMessage, response: ServerResponse, refusal: Failed): void {
  response.setHeader('connection', 'close');
  sendAnswer(response, refusal);
  request.resume();
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = Buffer.from(JSON.stringify(body), 'utf8');
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.end(text);
}

/** Compares digests, so that neither the length nor the first wrong letter shows in the time it takes. */
function bearerCheck(token: string): (request: IncomingMessage) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${token}`);
  return (request) => timingSafeEqual(digest(request.headers.authorization ?? ''), expected);
}
