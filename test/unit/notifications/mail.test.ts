import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EmailChannel } from '../../../schema/domain/notifications/channels.ts';
import { sendMail } from '../../../worker/notifications/mail.ts';

const got: { from: string; to: string[]; text: string }[] = [];
let refusal: { code: number } | null = null;
let who: { from?: number; to?: number } = {};
const refusing = (code: number | undefined, done: (error?: Error) => void) =>
  done(code === undefined ? undefined : Object.assign(new Error('No.'), { responseCode: code }));
const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  authOptional: true,
  onAuth: ({ username, password }, _session, done) =>
    username === 'vetra' && password === 'right' ? done(null, { user: username }) : done(new Error('No.')),
  onMailFrom: (_address, _session, done) => refusing(who.from, done),
  onRcptTo: (_address, _session, done) => refusing(who.to, done),
  onData: (stream, session, done) => {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => {
      if (refusal) return done(Object.assign(new Error('No.'), { responseCode: refusal.code }));
      const { mailFrom, rcptTo } = session.envelope;
      got.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        text: Buffer.concat(pieces).toString('utf8'),
      });
      return done();
    });
  },
});
server.on('error', () => undefined);

let channel: EmailChannel;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  channel = {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
    secret: null,
    from: 'care@meridian.example',
  };
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  got.length = 0;
  refusal = null;
  who = {};
});

const mail = { id: 'm-1', to: 'ngozi@people.example', subject: 'Is this visit Ọlá’s?', text: 'Ikeja, 10:42' };

test('a mail arrives with the same id however often it is sent', async () => {
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'sent', fault: null });
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'sent', fault: null });
  expect(got.map(({ from, to }) => [from, to])).toEqual([
    ['care@meridian.example', ['ngozi@people.example']],
    ['care@meridian.example', ['ngozi@people.example']],
  ]);
  for (const { text } of got) {
    expect(text).toContain('Message-ID: <m-1@meridian.example>');
    expect(text).toContain('Auto-Submitted: auto-generated');
    expect(text).toContain('Ikeja, 10:42');
  }
});

test('it signs in where the server wants that; a wrong password may be put right', async () => {
  const known = { ...channel, user: 'vetra' };
  expect(await sendMail(known, 'right', mail)).toMatchObject({ outcome: 'sent' });
  expect(await sendMail(known, 'wrong', mail)).toEqual({ outcome: 'again', fault: '535' });
});

test('a server that refuses for good is told from one that is busy, and from one that is not there', async () => {
  refusal = { code: 550 };
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'refused', fault: '550' });
  refusal = { code: 451 };
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'again', fault: '451' });
  expect(await sendMail({ ...channel, port: 1 }, null, mail)).toEqual({
    outcome: 'again',
    fault: 'unreachable',
  });
});

test('an address that is none is refused for good; a sender that is not let in may be put right', async () => {
  who = { to: 550 };
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'refused', fault: '550' });
  who = { to: 450 };
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'again', fault: '450' });
  who = { from: 550 };
  expect(await sendMail(channel, null, mail)).toEqual({ outcome: 'again', fault: '550' });
  expect(got).toEqual([]);
});

test('where the connection has to be secured and is not, nothing is sent', async () => {
  expect(await sendMail({ ...channel, security: 'starttls' }, null, mail)).toMatchObject({
    outcome: 'again',
  });
  expect(got).toEqual([]);
});
