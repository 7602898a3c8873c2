import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../selfhost/build/places.ts';
import { openDoor } from '../../../selfhost/door.ts';
import { type Product, startProduct } from '../../support/product.ts';

const file = (name: string) => `${root}test/support/tls/localhost.${name}`;

describe('with a certificate', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ env: { TLS_CERT: file('pem'), TLS_KEY: file('key') } });
  });
  afterAll(() => product?.stop());

  test('browsers are served by https, and told to stay with it', async () => {
    expect(product.origin).toMatch(/^https:/);
    const asked = get(`${product.origin}/health`, { ca: readFileSync(file('pem')) });
    const [response]: [IncomingMessage] = (await once(asked, 'response')) as [IncomingMessage];
    expect(JSON.parse(await text(response))).toMatchObject({ ok: true });
    expect(response.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
  });

  test("the machine's own programs come in without knowing of certificates", async () => {
    const { internalOrigin, systemToken } = product;
    await openDoor({ origin: internalOrigin, systemToken }).putAccount({
      id: 'ada',
      email: 'ada@harmony.example',
      name: 'Ada Obi',
    });
    const outside = request(`${product.origin}/internal/accounts`, {
      ca: readFileSync(file('pem')),
      method: 'POST',
      headers: { 'x-vetra-system': systemToken },
    });
    const heard = once(outside.end('{}'), 'response') as Promise<[IncomingMessage]>;
    expect((await heard)[0].statusCode).toBe(404);
  });

  test('nobody is served without', async () => {
    await expect(fetch(`${product.origin.replace('https:', 'http:')}/health`)).rejects.toThrow();
  });
});
