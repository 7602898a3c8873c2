import { onPage } from './page.ts';

const post = async (action: string, fields: Record<string, string>): Promise<boolean> =>
  (await fetch(action, { method: 'POST', body: new URLSearchParams(fields) })).ok;

const registered = async () => (await navigator.serviceWorker.ready).pushManager;

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** By what the server names a browser to its owner (worker/queries/told-browsers.ts). */
async function markOf({ endpoint }: PushSubscription): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether whoever looks is told here: on a telephone that two share, one may be and the other not. */
async function isTold(subscription: PushSubscription | null): Promise<boolean> {
  const told = find('[data-push-end]')?.dataset.pushTold ?? '';
  return subscription !== null && told.split(' ').includes(await markOf(subscription));
}

/** Asks this browser for leave to notify, and tells the server where (views/enrollee/alerts/push-button.tsx). */
async function agree({ pushKey = '', pushAction = '' }: DOMStringMap): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted')
    return 'Your browser does not allow it: see its settings.';
  const push = await registered();
  const subscription = await push.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  const { endpoint = '', keys: { p256dh = '', auth = '' } = {} } = subscription.toJSON();
  if (!(await post(pushAction, { endpoint, p256dh, auth }))) throw new Error('the server does not know');
  const button = find('[data-push-end]');
  if (button) button.dataset.pushTold = `${button.dataset.pushTold} ${await markOf(subscription)}`;
  return 'This device is told from now on.';
}

/** The server forgets this browser, and then the browser where it was told. */
async function end({ pushEnd = '' }: DOMStringMap): Promise<string> {
  const subscription = await (await registered()).getSubscription();
  if (subscription) {
    if (!(await post(pushEnd, { endpoint: subscription.endpoint })))
      throw new Error('the server still tells');
    await subscription.unsubscribe();
  }
  return 'This device is told nothing any more.';
}

/** Of the two buttons the one stands there that there is a use for. */
async function offer(): Promise<void> {
  if (!find('[data-push-end]')) return;
  const told = await isTold(await (await registered()).getSubscription());
  find('[data-push-key]')?.toggleAttribute('hidden', told);
  find('[data-push-end]')?.toggleAttribute('hidden', !told);
}

/** Where the browser can be notified, the buttons work. */
export function startPush(): void {
  const canBe = 'PushManager' in window && 'serviceWorker' in navigator && 'Notification' in window;
  if (canBe) onPage(() => void offer());
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('[data-push-key], [data-push-end]') : null;
    const said = document.getElementById('push-said');
    if (!button || !said) return;
    const say = (text: string) => {
      said.textContent = text;
    };
    if (!canBe)
      return say(
        'This browser cannot be notified. Add the portal to your home screen, or use another browser.',
      );
    const done = button.dataset.pushEnd === undefined ? agree(button.dataset) : end(button.dataset);
    done.then(say, () => say('That did not work. Try again in a moment.')).then(offer, () => undefined);
  });
}
