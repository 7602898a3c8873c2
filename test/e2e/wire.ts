import type { Page } from 'playwright-core';

/** What goes over the wire for whatever is done meanwhile, headers and all, but for the live stream and its like. */
export async function wire(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ bytes: number; requests: number; painted: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  // What a worker on the device fetches for a page would not be counted as the page's.
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  const kinds = new Map<string, string>();
  const found = { bytes: 0, requests: 0, painted: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    const apart = /manifest|icon|service-worker|\/live/.test(response.url);
    if (!apart && !response.fromDiskCache) kinds.set(requestId, type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === undefined) return;
    found.bytes += encodedDataLength;
    found.requests += 1;
    if (kind === 'Document' || kind === 'Stylesheet') found.painted += encodedDataLength;
  });
  await act();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await session.detach();
  return found;
}
