import { once } from 'node:events';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

type Recorded = { readonly status: number; readonly body: string };
export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
};

/** A server that gives recorded answers, one after another, and remembers what it was asked. */
export async function recordedApi(
  answers: readonly Recorded[],
): Promise<{ url: string; seen: SeenRequest[] }> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const text = Buffer.concat(chunks).toString();
      seen.push({
        method,
        path,
        authorization: headers.authorization,
        body: text === '' ? null : JSON.parse(text),
      });
      const answer = answers[seen.length - 1] ?? { status: 500, body: '{"error":"not recorded"}' };
      response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
      response.end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the recorded API has no port');
  return { url: `http://127.0.0.1:${address.port}/`, seen };
}
