import { contentDisposition, savedName } from '../../schema/domain/attachments/file-name.ts';
import type { StoredFile } from '../../schema/domain/attachments/stored-file.ts';
import type { Env } from '../env.ts';
import { readFile, type Span } from './read-file.ts';

/**
 * What holds for a file wherever it is served from: nothing in it may run, load or be framed. A PDF is left out of the
 * sandbox: Chrome and Safari then refuse to show it, and they open it in a viewer with an origin of its own anyway. It is
 * shown on the attachments' own origin only, where there is nothing else.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const policyFor = (file: StoredFile, how: 'inline' | 'attachment'): string =>
  [
    ...(how === 'inline' && file.type === 'application/pdf' ? ["object-src 'self'"] : ['sandbox']),
    ...policy,
  ].join('; ');

/** The span that a request asks for; null: all of it. `none`: there is no such part. Several at once are answered with all. */
function spanAsked(range: string | undefined, size: number): Span | null | 'none' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (!asked || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first >= size || first > last ? 'none' : { first, last };
}

interface Serving {
  tenantId: string;
  file: StoredFile;
  how: 'inline' | 'attachment';
  /** the request's Range */
  range?: string | undefined;
  head?: boolean;
}

/** A file as one of the three types it can be, streamed piece by piece. */
export function serveFile(env: Env, { tenantId, file, how, range, head = false }: Serving): Response {
  const type = file.type ?? 'application/octet-stream';
  const headers = new Headers({
    'content-type': type,
    'content-disposition': contentDisposition(how, savedName(file.name, file.type ?? 'application/pdf')),
    'content-security-policy': policyFor(file, how),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
    'accept-ranges': 'bytes',
  });
  const asked = spanAsked(range, file.size);
  if (asked === 'none') {
    headers.set('content-range', `bytes */${file.size}`);
    headers.delete('content-type');
    return new Response(null, { status: 416, headers });
  }
  const span = asked ?? { first: 0, last: file.size - 1 };
  const length = span.last - span.first + 1;
  if (asked) headers.set('content-range', `bytes ${span.first}-${span.last}/${file.size}`);
  headers.set('content-length', String(length));
  if (head) return new Response(null, { status: asked ? 206 : 200, headers });
  const { readable, writable } = new FixedLengthStream(length);
  // It ends early where whoever reads it goes away: nobody is left to be told.
  void readFile(env, tenantId, file, span)
    .pipeTo(writable)
    .catch(() => undefined);
  return new Response(readable, { status: asked ? 206 : 200, headers });
}
