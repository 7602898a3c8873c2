import type { Context } from 'hono';
import type { OrganisationKind } from '../../schema/domain/permissions.ts';
import { answerStatus } from '../answer.ts';
import type { AppEnv, Env } from '../env.ts';

// A header holds Latin letters only; names do not.
const headerJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What the actor is told of the listener: nothing of the browser's own headers but how it wants to listen. */
function listenerHeaders(c: Context<AppEnv>): Headers {
  const headers = new Headers({
    'x-vetra-principal': headerJson(c.var.principal),
    'x-vetra-session': c.var.session?.id ?? '',
  });
  for (const name of ['Upgrade', 'Accept', 'Last-Event-ID']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

function namespaceOf({ TENANT, FACILITY, MEMBER }: Env, kind: OrganisationKind) {
  if (kind === 'enrollee') return MEMBER;
  return kind === 'tenant' ? TENANT : FACILITY;
}

/** Hands the listener on to the actor of the organisation they act for, by socket or as a stream of events. */
export async function listen(c: Context<AppEnv>): Promise<Response> {
  const socket = c.req.header('Upgrade')?.toLowerCase() === 'websocket';
  const stream = c.req.header('Accept')?.includes('text/event-stream') ?? false;
  if (!socket && !stream) return answerStatus(c, 400, 'Listen with a WebSocket, or with an EventSource.');
  const { kind, id } = c.var.organisation;
  const namespace = namespaceOf(c.env, kind);
  return namespace.get(namespace.idFromName(id)).fetch(c.req.url, { headers: listenerHeaders(c) });
}
