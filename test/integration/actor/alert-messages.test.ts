import { env } from 'cloudflare:workers';
import { createECDH, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readAlertToken } from '../../../worker/alerts/token.ts';
import { capturedMails } from '../../../worker/notifications/captured-mail.ts';
import { messengerOf } from '../../../worker/notifications/messenger.ts';
import { sealSecret } from '../../../worker/notifications/sealed-secret.ts';
import { isSigned, signatureHeader } from '../../../worker/notifications/sms.ts';
import { inWorld, type World } from './a-desk.ts';
import { rows } from './a-risk-world.ts';
import { attempts, email } from './a-sending.ts';
import { command, done } from './a-tenant.ts';
import { answers, emergency, enrolled, ngozi, withPortal } from './an-alert.ts';

const pair = createECDH('prime256v1');
pair.generateKeys();
const vapid = {
  VAPID_PUBLIC_KEY: pair.getPublicKey('base64url'),
  VAPID_PRIVATE_KEY: pair.getPrivateKey('base64url'),
};
const phone = createECDH('prime256v1');
phone.generateKeys();
const keys = { p256dh: phone.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };

interface Sent {
  url: string;
  headers: Headers;
  body: BodyInit | null | undefined;
}

/** What is reached by the worker's own messenger: it answers as it is told, by address. */
function outside() {
  const sent: Sent[] = [];
  const statuses = new Map<string, number>();
  const messenger = messengerOf({ ...env, ...vapid }, async (url, { headers, body }) => {
    sent.push({ url, headers: new Headers(headers), body });
    return new Response(null, { status: statuses.get(url) ?? 201 });
  });
  return { sent, statuses, messenger };
}

const sms = { url: 'https://sms.example/send', key: 'signs both ways' };
/** A word of what somebody is treated for, by whom, or of what it costs. */
const clinical = /B50|malaria|Bello|consult|CONS|LAB|5,000|500000/i;

const states = (world: World) => rows(world, "select data ->> '$.channel' as channel, state from sendings");
const browsers = async (world: World) =>
  (await rows(world, "select json_array_length(data, '$.browsers') as n from push_subscriptions"))[0]?.n;

/** Text messages go out, and no mail. */
async function textsOnly(world: World): Promise<void> {
  const channel = { url: sms.url, secret: sealSecret(env, sms.key) };
  done(await world.send(command(world.people.system, 'PutChannels', { email: null, sms: channel })));
}

async function agrees(world: World, name: string) {
  const self = await withPortal(world);
  const endpoint = `https://push.example/${name}`;
  done(await world.send(command(self, 'PutPushSubscription', { endpoint, ...keys })));
  return { self, endpoint };
}

test('a push goes out sealed and signed; a browser that its service says is gone is told nothing more', async () => {
  const { sent, statuses, messenger } = outside();
  await inWorld(
    async (world) => {
      const { endpoint: first } = await agrees(world, 'one');
      const { endpoint: second } = await agrees(world, 'two');
      statuses.set(first, 410);
      const number = await emergency(world);
      await expect
        .poll(async () => (await states(world)).map(({ state }) => state).sort())
        .toEqual(['FAILED', 'SENT']);
      expect(await browsers(world)).toBe(1);
      for (const { headers, body } of sent) {
        expect(headers.get('content-encoding')).toBe('aes128gcm');
        expect(headers.get('authorization')).toMatch(/^vapid t=.+k=/i);
        expect(headers.get('topic')).toBe(number);
        expect(new TextDecoder().decode(body as ArrayBuffer)).not.toMatch(/visit|Clinic/);
      }
      sent.length = 0;
      await emergency(world);
      await expect.poll(() => sent.map(({ url }) => url)).toEqual([second]);
      // Nobody is to be rung or told that something did not go out: the other browser is told.
      expect(await rows(world, "select kind from notices where kind = 'not-sent'")).toEqual([]);
    },
    { messenger },
  );
});

test('where the only phone that was told is gone, a text message goes out instead, or staff are to ring', async () => {
  const { sent, statuses, messenger } = outside();
  await inWorld(
    async (world) => {
      await textsOnly(world);
      const birthDate = '1985-01-01';
      for (const phoneNumber of ['+2348012345678', null]) {
        const own = phoneNumber === null ? {} : { phone: phoneNumber };
        const memberId = await enrolled(world, { birthDate, ...own });
        const self = await withPortal(world, memberId);
        const endpoints = ['old', 'older'].map((name) => `https://push.example/${memberId}-${name}`);
        for (const endpoint of endpoints) {
          done(await world.send(command(self, 'PutPushSubscription', { endpoint, ...keys })));
          statuses.set(endpoint, 410);
        }
        sent.length = 0;
        const number = await emergency(world, { memberId, birthDate });
        await expect
          .poll(async () => (await states(world)).filter(({ state }) => state === 'WAITING').length)
          .toBe(0);
        const texts = sent
          .filter(({ url }) => url === sms.url)
          .map(({ body }) => JSON.parse(String(body)).to);
        const rung = await rows(
          world,
          `select audience, subject from notices where kind = 'authorization-ring' and subject = '${number}'`,
        );
        const call = { audience: 'authorization.decide', subject: number };
        expect([texts, rung]).toEqual(phoneNumber === null ? [[], [call]] : [[phoneNumber], []]);
      }
      expect(await world.findings()).toEqual([]);
    },
    { messenger },
  );
});

test('a text message is signed, says who, where and when and nothing clinical, and is tried again under its id', async () => {
  const { sent, statuses, messenger } = outside();
  await inWorld(
    async (world) => {
      await textsOnly(world);
      const birthDate = '1985-01-01';
      const memberId = await enrolled(world, { birthDate, phone: '+2348012345678' });
      statuses.set(sms.url, 503);
      await emergency(world, { memberId, birthDate });
      await expect.poll(() => attempts(world)).toBe(1);
      statuses.set(sms.url, 200);
      world.later(3_000);
      await expect
        .poll(async () => {
          await world.desk.rang();
          return states(world);
        })
        .toEqual([{ channel: 'sms', state: 'SENT' }]);
      const said = sent.map(({ body, headers }) => {
        expect(isSigned(sms.key, String(body), headers.get(signatureHeader) ?? '')).toBe(true);
        const message: { id: string; to: string; text: string } = JSON.parse(String(body));
        return message;
      });
      expect(said.map(({ to }) => to)).toEqual(['+2348012345678', '+2348012345678']);
      expect(new Set(said.map(({ id }) => id)).size).toBe(1);
      expect(said[0]?.text).toMatch(
        /emergency reported at .+, \d{1,2} \w+ \d\d:\d\d\..*Answer 1 yes, 2 not\.$/,
      );
      expect(said[0]?.text).not.toMatch(clinical);
    },
    { messenger },
  );
});

test('a mail says the same, with a link that answers this alert alone; what is answered by then is not sent', async () => {
  const { sent, statuses, messenger } = outside();
  await inWorld(
    async (world) => {
      done(await world.send(command(world.people.system, 'PutChannels', { email, sms: null })));
      const birthDate = '1985-01-01';
      const address = `${world.people.id}@people.example`;
      const memberId = await enrolled(world, { birthDate, email: address });
      const number = await emergency(world, { memberId, birthDate });
      await expect.poll(() => states(world)).toEqual([{ channel: 'email', state: 'SENT' }]);
      const [mail] = (await capturedMails(env)).filter(({ to }) => to === address);
      expect(mail?.text).not.toMatch(clinical);
      const token = /\/alerts\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
      expect(await readAlertToken(env, token)).toMatchObject({
        tenantId: world.people.id,
        number,
        through: 'email',
      });

      const { self, endpoint } = await agrees(world, 'slow');
      statuses.set(endpoint, 503);
      const later = await emergency(world, { memberId: ngozi });
      await expect.poll(() => sent.length).toBe(1);
      done(await answers(world, self, later, 'YES'));
      statuses.set(endpoint, 201);
      world.later(3_000);
      await expect
        .poll(async () => {
          await world.desk.rang();
          return (await states(world)).every(({ state }) => state === 'SENT');
        })
        .toBe(true);
      expect(sent).toHaveLength(1);
    },
    { messenger },
  );
});
