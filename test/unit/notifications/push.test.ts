import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendPush } from '../../../worker/notifications/push.ts';

/** A push service on loopback that answers as it is told, and remembers what it was sent. */
const got: { headers: IncomingHttpHeaders; body: Buffer; path: string }[] = [];
let status = 201;
const service = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    got.push({ headers: request.headers, body: Buffer.concat(pieces), path: request.url ?? '' });
    response.writeHead(status).end();
  });
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  port = (service.address() as AddressInfo).port;
});
afterAll(() => {
  service.close();
});
beforeEach(() => {
  status = 201;
  got.length = 0;
});

const origin = 'https://push.example';
/** The service's public name leads to loopback, as in a test's own network. */
const fetcher = (url: string, init: RequestInit) =>
  fetch(url.replace(origin, `http://127.0.0.1:${port}`), init);

const sender = createECDH('prime256v1');
sender.generateKeys();
const vapid = {
  subject: 'https://vetra.example',
  publicKey: sender.getPublicKey('base64url'),
  privateKey: sender.getPrivateKey('base64url'),
};
const phone = createECDH('prime256v1');
phone.generateKeys();
const auth = randomBytes(16);
const browser = {
  endpoint: `${origin}/send/abc`,
  p256dh: phone.getPublicKey('base64url'),
  auth: auth.toString('base64url'),
};
const message = {
  data: { title: 'Is this visit yours?', body: 'Sunrise Clinic, Ikeja' },
  topic: 'PA-26-000001',
};

/** RFC 8291, as the browser does it. */
function decrypted(body: Buffer): string {
  const [salt, keyLength] = [body.subarray(0, 16), body[20] ?? 0];
  const serverKey = body.subarray(21, 21 + keyLength);
  const secret = phone.computeSecret(serverKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), phone.getPublicKey(), serverKey]);
  const ikm = Buffer.from(hkdfSync('sha256', secret, auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
  const text = body.subarray(21 + keyLength);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(text.subarray(-16));
  const clear = Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]);
  return clear.subarray(0, clear.lastIndexOf(2)).toString('utf8');
}

test('the message is encrypted for the browser alone, and the service can tell who sends', async () => {
  expect(await sendPush(browser, message, vapid, fetcher)).toEqual({ outcome: 'sent', fault: null });
  const [{ headers, body, path } = { headers: {}, body: Buffer.alloc(0), path: '' }] = got;
  expect(path).toBe('/send/abc');
  expect(headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    ttl: '86400',
    urgency: 'high',
    topic: 'PA-26-000001',
  });
  expect(body.includes('Sunrise')).toBe(false);
  expect(JSON.parse(decrypted(body))).toEqual(message.data);
  const [, token = '', key] = /^vapid t=([^,]+), k=(.+)$/.exec(String(headers.authorization)) ?? [];
  expect(key).toBe(vapid.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = sender.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  expect(isSigned).toBe(true);
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  expect(said).toMatchObject({ aud: origin, sub: vapid.subject });
  expect(said.exp).toBeLessThanOrEqual(Date.now() / 1000 + 86_400);
});

test('a browser that is gone is told from one that is busy, and from one that refuses', async () => {
  for (const [answered, outcome] of [
    [410, 'gone'],
    [404, 'gone'],
    [429, 'again'],
    [503, 'again'],
    [413, 'refused'],
  ] as const) {
    status = answered;
    expect(await sendPush(browser, message, vapid, fetcher)).toEqual({ outcome, fault: String(answered) });
  }
});

test('a service that cannot be reached is tried again; keys that are none never', async () => {
  const down = () => Promise.reject(new TypeError('down'));
  expect(await sendPush(browser, message, vapid, down)).toEqual({ outcome: 'again', fault: 'unreachable' });
  expect(await sendPush({ ...browser, p256dh: 'AAAA' }, message, vapid, fetcher)).toEqual({
    outcome: 'gone',
    fault: 'keys',
  });
});
