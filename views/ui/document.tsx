import type { ComponentChildren } from 'preact';

/** Addresses of the built files, with their hash in the name. */
export type Assets = {
  css: string;
  script: string;
  icon: string;
  manifest?: string | undefined;
  /** for the home screen of phones that read no manifest */
  homeIcon?: string | undefined /** An organisation's own colours. */;
  brand?: string | undefined;
};

export type LiveLink = {
  /** Where the socket listens; server-sent events are at the same address followed by `/events`. */
  href: string;
};

export type LockRule = {
  /** Receives a POST when the screen is to be locked. */
  action: string;
  /** Where the covered screen is. */
  covered: string;
  /** Locks by itself after so many seconds without input; left out where the browser is nobody's but one person's. */
  idleSeconds?: number | undefined;
};

/** What of a page stays on the device: see views/assets/client/device.ts. */
export type DeviceRule = {
  /** the worker's address */
  worker: string;
  /** whose portal this is */
  owner: string;
  /** the addresses the worker rules over begin so */
  scope: string;
};

type DocumentProps = {
  title: string;
  assets: Assets;
  bodyClass: string;
  live?: LiveLink | undefined;
  lock?: LockRule | undefined;
  device?: DeviceRule | undefined;
  lang?: string | undefined;
  /** Links and forms swap `#main` only; `false` where the next page may have another frame. */
  boosted?: boolean | undefined;
  children: ComponentChildren;
};

/** Extensions are named so that no other can register; nothing is evaluated (the content security policy forbids it). */
const HTMX_CONFIG = JSON.stringify({
  extensions: 'preload,vetra',
  defaultSwap: 'outerHTML',
  defaultSettleDelay: 0,
  includeIndicatorCSS: false,
  prefix: '',
  defaultTimeout: 30000,
});

/** Links and forms swap `#main` only; what wants otherwise says `hx-boost="false"`. */
const BOOST = { 'hx-boost:inherited': 'target:#main' };

/** The whole page but for `<!doctype html>`, which whoever renders it puts first. */
export function Document({
  title,
  assets,
  bodyClass,
  live,
  lock,
  device,
  lang = 'en-GB',
  boosted = true,
  children,
}: DocumentProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={HTMX_CONFIG} />
        <link rel="stylesheet" href={assets.css} />
        {assets.brand === undefined ? null : <link rel="stylesheet" href={assets.brand} />}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        {assets.manifest === undefined ? null : <link rel="manifest" href={assets.manifest} />}
        {assets.homeIcon === undefined ? null : <link rel="apple-touch-icon" href={assets.homeIcon} />}
        <script src={assets.script} defer />
      </head>
      <body
        class={bodyClass}
        data-live={live?.href}
        data-lock={lock?.action}
        data-covered={lock?.covered}
        data-idle={lock?.idleSeconds}
        data-worker={device?.worker}
        data-scope={device?.scope}
        data-owner={device?.owner}
        {...(boosted ? BOOST : {})}
      >
        {children}
      </body>
    </html>
  );
}
