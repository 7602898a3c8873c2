import type { Context } from 'hono';
import { OfflinePage } from '../../../views/enrollee/offline-page.tsx';
import { Plain } from '../../../views/layouts/plain.tsx';
import { paths } from '../../../views/paths.ts';
import { assetText } from '../../assets.ts';
import type { AppEnv } from '../../env.ts';
import { render } from '../../render.tsx';
import { myAssets } from './my-assets.ts';

/** `GET /me/service-worker.js`: looked at again by browsers each time, so that a new one takes over at once. */
export function sendWorker(c: Context<AppEnv>): Response {
  c.header('Cache-Control', 'no-cache');
  // The portal's first page stands above the worker's own address.
  c.header('Service-Worker-Allowed', paths.me.dashboard());
  return c.body(assetText('service-worker.js'), 200, { 'content-type': 'text/javascript; charset=utf-8' });
}

/** `GET /me/offline`: kept on the device, so it says nothing of anybody. */
export function showOffline(c: Context<AppEnv>): Response {
  const page = { title: 'No connection' };
  const brand = { name: 'Vetra', href: paths.me.dashboard() };
  const content = <OfflinePage />;
  const whole = () => (
    <Plain page={page} assets={myAssets()} brand={brand}>
      {content}
    </Plain>
  );
  return render(c, { page, site: brand.name, content, whole });
}
