/** A button that asks this browser for leave to notify, and tells the server where (views/enrollee/alerts/push-button.tsx). */
async function agree({ dataset }: HTMLElement): Promise<boolean> {
  const { pushKey = '', pushAction = '' } = dataset;
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { pushManager } = await navigator.serviceWorker.ready;
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  const { endpoint, keys = {} } = subscription.toJSON();
  const body = new URLSearchParams({
    endpoint: endpoint ?? '',
    p256dh: keys.p256dh ?? '',
    auth: keys.auth ?? '',
  });
  return (await fetch(pushAction, { method: 'POST', body })).ok;
}

/** Where the browser can be notified, the button shows and works. */
export function startPush(): void {
  const canBe = 'PushManager' in window && 'serviceWorker' in navigator && 'Notification' in window;
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-push-key]') : null;
    const said = document.getElementById('push-said');
    if (!button || !said) return;
    const say = (text: string) => {
      said.textContent = text;
    };
    if (!canBe)
      say('This browser cannot be notified. Add the portal to your home screen, or use another browser.');
    else
      agree(button).then(
        (done) =>
          say(
            done ? 'This device is told from now on.' : 'Your browser does not allow it: see its settings.',
          ),
        () => say('That did not work. Try again in a moment.'),
      );
  });
}
