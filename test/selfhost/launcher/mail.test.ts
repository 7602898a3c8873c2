import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { EmailChannel } from '../../../schema/domain/notifications/channels.ts';
import { root } from '../../../selfhost/build/places.ts';
import { readOrMakeKeys } from '../../../selfhost/keys.ts';
import { sealSecret } from '../../../worker/notifications/sealed-secret.ts';
import { type Insurer, type Outcome, openInsurer, sendCommands } from '../../support/insurer.ts';
import { type Product, startProduct } from '../../support/product.ts';

type TenantSent = Parameters<typeof sendCommands>[2];
const file = (name: string) => `${root}test/support/tls/${name}`;
const password = 'open sesame';
const patience = { timeout: 40_000, interval: 100 };

let product: Product;
let insurer: Insurer;
let sealed: string;
let made = 0;
const nth = () => {
  made += 1;
  return made;
};
const servers: SMTPServer[] = [];

beforeAll(async () => {
  product = await startProduct({ env: { VETRA_TRUSTED_CERTIFICATES: file('authority.pem') } });
  insurer = await openInsurer(product);
  const { sessionKey } = await readOrMakeKeys(join(product.dataDir, 'keys.json'), product.dataDir);
  sealed = sealSecret({ SESSION_KEY: sessionKey }, password);
});
afterAll(() => product?.stop());
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** What a server took in for whom, and by which kind of connection. */
interface TakenIn {
  to: string | undefined;
  secure: boolean;
  user: string | undefined;
  messageId: string | undefined;
}

/** A mail server of an authority that only this installation knows; 0: any free port. */
async function aServer(own: SMTPServerOptions = {}, port = 0) {
  const got: TakenIn[] = [];
  const server = new SMTPServer({
    key: readFileSync(file('mail.key')),
    cert: readFileSync(file('mail.pem')),
    authOptional: true,
    onAuth: (auth, _, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('No.')),
    onData: (stream, { secure, user, envelope }, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const messageId = /^Message-ID: (.+)$/m.exec(Buffer.concat(pieces).toString('utf8'))?.[1];
        got.push({
          to: envelope.rcptTo[0]?.address,
          secure,
          user: user === undefined ? user : String(user),
          messageId: messageId?.trim(),
        });
        done();
      });
    },
    ...own,
  });
  server.on('error', () => undefined);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return { got, port: (server.server.address() as AddressInfo).port };
}

async function does(command: TenantSent[number]['command'], id = `mail-${nth()}`): Promise<Outcome> {
  const [answer] = await sendCommands(product, insurer.tenant, [{ id, command }]);
  if (!answer || answer.refused) throw new Error(answer?.message ?? 'no answer');
  return answer.outcome;
}

const goesBy = (own: Partial<EmailChannel> & { port: number }) =>
  does({
    type: 'PutChannels',
    input: {
      email: {
        host: 'localhost',
        security: 'starttls',
        user: 'vetra',
        secret: sealed,
        from: 'care@tst.example',
        ...own,
      },
      sms: null,
    },
  });

/** An emergency of somebody who is reached by mail alone: its number, and their address. */
async function emergency(): Promise<{ number: string; email: string }> {
  const email = `tobi${nth()}@people.example`;
  const birthDate = '1985-01-01';
  const person = {
    plan: 'FULL',
    clientCode: 'INDV',
    relation: 'principal' as const,
    firstName: 'Tobi',
    lastName: 'Ade',
    sex: 'male' as const,
    coverFrom: '2020-01-01',
    birthDate,
    email,
  };
  const { memberId = '' } = await does({ type: 'PutEnrollee', input: person });
  const { diagnoses, currency } = insurer.filing();
  const input = {
    facilityId: insurer.facilityId,
    memberId,
    birthDate,
    diagnoses,
    currency,
    encounterType: 'outpatient' as const,
    urgency: 'EMERGENCY' as const,
    serviceDate: new Date().toISOString().slice(0, 10),
    lines: [{ service: 'CON-001', quantity: 1, unitPrice: 500_000 }],
  };
  const { number = '' } = await does({ type: 'RequestAuthorization', input });
  return { number, email };
}

/** Where the sending of an alert stands. */
async function sendingOf(number: string): Promise<{ state: string; attempts: number }> {
  const url = product.databaseUrl.replace('{db}', `tenant-${insurer.tenant.id}`);
  const client = createClient({ url, authToken: product.databaseToken, intMode: 'number' });
  const { rows } = await client.execute({
    sql: "select state, data ->> '$.attempts' attempts from sendings where data ->> '$.about' = ?",
    args: [number],
  });
  client.close();
  return { state: String(rows[0]?.state), attempts: Number(rows[0]?.attempts) };
}
const sent = (number: string) =>
  vi.waitFor(async () => expect((await sendingOf(number)).state).toBe('SENT'), patience);
const tried = (number: string, times: number) =>
  vi.waitFor(async () => expect((await sendingOf(number)).attempts).toBeGreaterThanOrEqual(times), patience);

test.each([
  { security: 'starttls', secure: false },
  { security: 'tls', secure: true },
] as const)('by $security a mail arrives secured, once, and only then is the password said', async (own) => {
  const server = await aServer({ secure: own.secure });
  await goesBy({ port: server.port, security: own.security });
  const { number, email } = await emergency();
  await sent(number);
  expect(server.got).toEqual([
    { to: email, secure: true, user: 'vetra', messageId: expect.stringContaining('@tst.example>') },
  ]);
});

test.each(['starttls', 'tls'] as const)(
  'by %s nothing is said to a server that is another than it was called by; it goes out once that is put right',
  async (security) => {
    const server = await aServer({ secure: security === 'tls' });
    await goesBy({ port: server.port, security, host: '127.0.0.1' });
    const { number } = await emergency();
    await tried(number, 1);
    expect(server.got).toEqual([]);
    await goesBy({ port: server.port, security });
    await sent(number);
    expect(server.got).toHaveLength(1);
  },
);

test('where somebody in between takes STARTTLS away, neither the password nor the mail is said', async () => {
  const said: string[] = [];
  const server = await aServer({
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username = '' }, _, done) => {
      said.push(username);
      done(new Error('No.'));
    },
  });
  await goesBy({ port: server.port });
  const { number } = await emergency();
  await tried(number, 1);
  expect([said, server.got]).toEqual([[], []]);
  expect((await sendingOf(number)).state).toBe('WAITING');
});

test('a server that is down is tried again, through a crash, and the mail arrives once when it is back', async () => {
  const gone = await aServer();
  const [server] = servers.splice(0);
  await new Promise<void>((resolve) => server?.close(() => resolve()));
  await goesBy({ port: gone.port });
  const { number, email } = await emergency();
  await tried(number, 1);
  await product.killWorkerd();
  await product.healthy();
  await tried(number, 2);
  const back = await aServer({}, gone.port);
  await sent(number);
  // what no server took from the tests before goes out too, when its time comes
  const mine = back.got.filter(({ to }) => to === email);
  expect(mine).toMatchObject([{ secure: true, user: 'vetra' }]);
});
