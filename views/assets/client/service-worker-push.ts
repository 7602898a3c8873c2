/** What a notification is told by the server (worker/notifications/alert-messages.ts): who, where and when, and nothing of what for. */
type Told = { tag: string; title: string; body: string; yes: string; no: string; link: string; href: string };

declare const self: ServiceWorkerGlobalScope;

const answers: Readonly<Record<string, string>> = { yes: 'YES', no: 'NOT_ME' };

function read(data: PushMessageData | null): Told | null {
  try {
    const { title, link, href, tag = '', body = '', yes = '', no = '' }: Partial<Told> = data?.json() ?? {};
    return title && link && href ? { title, link, href, tag, body, yes, no } : null;
  } catch {
    return null;
  }
}

/** Shows the question with both answers; phones that show no buttons open the alert when it is tapped. */
async function show({ title, body, tag, yes, no, link, href }: Told): Promise<void> {
  const options = {
    body,
    tag,
    requireInteraction: true,
    data: { link, href },
    actions: [
      { action: 'yes', title: yes },
      { action: 'no', title: no },
    ],
  };
  await self.registration.showNotification(title, options);
}

async function open(href: string): Promise<void> {
  await self.clients.openWindow(href);
}

/** Answers from the notification itself, signed in or not; where that does not get through, the question is opened. */
async function answer(answered: string, link: string): Promise<void> {
  const body = new URLSearchParams({ answer: answered });
  const response = await fetch(link, { method: 'POST', body }).catch(() => null);
  if (!response?.ok) await open(link);
}

/** Has the worker show alerts that come while no page is open. */
export function startPush(): void {
  self.addEventListener('push', (event) => {
    const told = read(event.data);
    if (told) event.waitUntil(show(told));
  });
  self.addEventListener('notificationclick', (event) => {
    const { link, href } = event.notification.data ?? {};
    event.notification.close();
    const answered = answers[event.action];
    if (typeof link !== 'string' || typeof href !== 'string') return;
    event.waitUntil(answered === undefined ? open(href) : answer(answered, link));
  });
}
