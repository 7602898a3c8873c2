import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoTenant } from '../../selfhost/demo/organisations.ts';
import { readOrMakeKeys } from '../../selfhost/keys.ts';
import { signAlertToken } from '../../worker/alerts/token.ts';
import { pushOf } from '../../worker/notifications/alert-messages.ts';
import { violations } from './axe.ts';
import { cardOf, fileEmergency } from './file-emergency.ts';
import { Portals } from './portals.ts';

const enrollee = 'nneka.obi.1009@kestrel.example';
const biller = 'funmi.ogunleye@lagoonview.example';
const manager = 'amina.bello@meridian.example';
const still = { reducedMotion: 'reduce' } as const;
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, ...still };
let portals: Portals;

beforeAll(async () => {
  portals = await Portals.open();
});
afterEach(() => portals.leave());
afterAll(() => portals.close());

/** A notification as the worker asked the browser to show it. */
interface Shown {
  title: string;
  options: {
    body: string;
    tag: string;
    data: { link: string; href: string };
    actions: { action: string; title: string }[];
  };
}

/** The portal's worker; what this browser has no way to do without a screen (show, open a window) is written down instead. */
async function workerOf(page: Page): Promise<Worker> {
  await page.goto('/me/alerts');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error('the portal registered no worker');
  await worker.evaluate(() => {
    const kept = { shown: [] as unknown[], opened: [] as string[] };
    Object.assign(globalThis, { kept });
    const [registration, clients]: object[] = ['registration', 'clients'].map((name) =>
      Reflect.get(globalThis, name),
    );
    if (!registration || !clients) throw new Error('this is no service worker');
    Object.assign(registration, {
      showNotification: async (title: string, options: object) => void kept.shown.push({ title, options }),
    });
    Object.assign(clients, { openWindow: async (address: string) => void kept.opened.push(address) });
  });
  return worker;
}

/** Hands the worker a message as a push service does. */
async function deliver(page: Page, data: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(portals.product.origin));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: portals.product.origin,
    registrationId: await registered,
    data: JSON.stringify(data),
  });
  await session.detach();
}

/** What the worker has shown so far. */
const shownBy = (worker: Worker) =>
  worker.evaluate(() => {
    const kept: { shown: Shown[] } = Reflect.get(globalThis, 'kept');
    return kept.shown;
  });

/** Taps the notification, or one of its buttons, and waits for all that the worker does for it; the addresses it opened. */
const tap = (worker: Worker, data: object, action = ''): Promise<string[]> =>
  worker.evaluate(
    async ([tapped, button]) => {
      const done: Promise<unknown>[] = [];
      // The browser's own event cannot be made by a script; this one has everything of it that the worker looks at.
      const click = Object.defineProperties(new Event('notificationclick'), {
        notification: { value: { data: tapped, close: () => undefined } },
        action: { value: button },
        waitUntil: { value: (doing: Promise<unknown>) => done.push(doing) },
      });
      dispatchEvent(click);
      await Promise.all(done);
      const kept: { opened: string[] } = Reflect.get(globalThis, 'kept');
      return kept.opened;
    },
    [data, action] as const,
  );

/** The message of an alert, as the product sends it to this person's browsers: its words, and a link of theirs that answers. */
async function messageOf(page: Page, number: string): Promise<Record<string, string>> {
  await page.goto(`/me/alerts/${number}`);
  const at = (await page.locator('main time').first().getAttribute('datetime')) ?? '';
  const [row] =
    await portals.read(`select a.facility_name, l.profile ->> '$.city' as city, l.profile ->> '$.state' as state
    from authorizations a join links l on l.facility_id = a.facility_id where a.number = '${number}'`);
  const visit = {
    number,
    facility: String(row?.facility_name),
    place: [...new Set([row?.city, row?.state])].filter(Boolean).join(', '),
    at: Date.parse(at),
    zone: 'Africa/Lagos',
    whose: null,
  };
  const { sessionKey } = await readOrMakeKeys(
    join(portals.product.dataDir, 'keys.json'),
    portals.product.dataDir,
  );
  const said = { id: `push-${number}`, tenantId: demoTenant.id, number, through: 'push' } as const;
  return pushOf(visit, await signAlertToken({ SESSION_KEY: sessionKey }, said, Date.now()));
}

test('a push is shown with both answers and nothing clinical; a tap opens the alert; Not me denies from the notification', async () => {
  const [own, clinic] = [await portals.as(enrollee, phone), await portals.as(biller)];
  const { memberId, birthDate } = await cardOf(own);
  const number = await fileEmergency(clinic, memberId, birthDate);
  const message = await messageOf(own, number);
  const worker = await workerOf(own);

  await deliver(own, message);
  await expect.poll(() => shownBy(worker)).toHaveLength(1);
  const [shown] = await shownBy(worker);
  expect(shown?.title).toBe('Is this visit yours?');
  expect(shown?.options.body).toMatch(/^Lagoon View Hospital, .*\d{1,2} [A-Z][a-z]+ \d\d:\d\d$/);
  expect(shown?.options.tag).toBe(number);
  expect(shown?.options.actions.map(({ title }) => title)).toEqual(['Yes, it’s mine', 'Not me']);
  expect(JSON.stringify(shown)).not.toMatch(/malaria|consultation|CON-|B5\d|20[,.]?000/i);

  const data = shown?.options.data ?? {};
  expect(await tap(worker, data)).toEqual([`/me/alerts/${number}`]);
  await own.goto(`/me/alerts/${number}`);
  await own.getByRole('heading', { name: 'Is this visit yours?' }).waitFor();
  expect(
    await portals.read(
      `select body ->> '$.alert.state' as state from authorizations where number = '${number}'`,
    ),
  ).toEqual([{ state: 'ASKED' }]);

  // Nothing more is opened: the answer has got through.
  expect(await tap(worker, data, 'no')).toEqual([`/me/alerts/${number}`]);
  await own.locator('#receipt').getByText('has received it').waitFor();
  const staff = await portals.as(manager);
  await staff.goto(`/meridian/authorizations/${number}`);
  expect(await staff.textContent('main')).toMatch(/not theirs/);
  expect(portals.faults).toEqual([]);
});

test('who is signed out denies from the notification too, and the link of a message is a page for everybody', async () => {
  const [own, clinic] = [await portals.as(enrollee, phone), await portals.as(biller)];
  const { memberId, birthDate } = await cardOf(own);
  const number = await fileEmergency(clinic, memberId, birthDate);
  const message = await messageOf(own, number);
  const { link = '' } = message;

  const anybody = await portals.nobody(still);
  for (const width of [360, 1366]) {
    await anybody.setViewportSize({ width, height: 768 });
    await anybody.emulateMedia({ colorScheme: 'light' });
    await anybody.goto(link);
    expect.soft(await violations(anybody), `${width}`).toEqual([]);
    await anybody.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violations(anybody, 'colours'), `${width}, dark`).toEqual([]);
    expect
      .soft(await anybody.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
  }

  const worker = await workerOf(own);
  await deliver(own, message);
  await expect.poll(() => shownBy(worker)).toHaveLength(1);
  const [shown] = await shownBy(worker);
  await own.context().clearCookies();
  expect(await tap(worker, shown?.options.data ?? {}, 'no')).toEqual([]);
  await anybody.goto(link);
  await anybody.getByText('You said that it is not').waitFor();
  expect(await violations(anybody)).toEqual([]);
  expect(portals.faults).toEqual([]);
});

test('of the two buttons the one that there is a use for stands there, and a device is told nothing any more', async () => {
  const own = await portals.as(enrollee, phone);
  const endpoint = 'https://push.example/this-device';
  // A browser without a screen agrees to nothing: that it has is put in its mouth.
  await own.addInitScript((address) => {
    let told = true;
    const unsubscribe = async () => {
      told = false;
    };
    const subscription = {
      endpoint: address,
      unsubscribe,
      toJSON: () => ({ endpoint: address, keys: { p256dh: 'k', auth: 'a' } }),
    };
    Notification.requestPermission = async () => 'granted';
    Object.defineProperty(PushManager.prototype, 'subscribe', {
      value: async () => {
        told = true;
        return subscription;
      },
    });
    Object.defineProperty(PushManager.prototype, 'getSubscription', {
      value: async () => (told ? subscription : null),
    });
  }, endpoint);
  const [tell, stop] = ['Tell me on this device', 'Stop telling this device'].map((name) =>
    own.getByRole('button', { name }),
  );
  const browsers = async () =>
    (await portals.read("select json_array_length(data, '$.browsers') as n from push_subscriptions"))[0]?.n ??
    0;
  // Somebody else is told on this telephone: whoever is signed in now is not, and can be.
  await own.goto('/me/alerts');
  await tell?.click();
  await own.getByText('This device is told from now on.').waitFor();
  await stop?.waitFor();
  expect([await tell?.count(), await browsers()]).toEqual([0, 1]);
  await own.reload();
  await stop?.click();
  await own.getByText('This device is told nothing any more.').waitFor();
  await tell?.waitFor();
  expect([await stop?.count(), await browsers()]).toEqual([0, 0]);
  expect(portals.faults).toEqual([]);
});
