import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1');

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a number from 0 to 65535' })
  .transform(Number)
  .refine((n) => n <= 65_535, { error: 'must be a number from 0 to 65535' });

const existingFile = z
  .string()
  .transform((path) => resolve(path))
  .refine((path) => existsSync(path), { error: 'names a file that does not exist' });

const cidr = /^[0-9a-f.:]+\/\d{1,3}$/i;

const origin = z
  .string()
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text, {
    error: 'must be an address without a path or a slash at its end, like https://app.example',
  });

const schema = z.object({
  /** The address to listen on; anything but loopback needs TLS, or a proxy that adds it. */
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'must be an address like 127.0.0.1' })
    .default('127.0.0.1'),
  /** 0 lets the system choose a free port. */
  PORT: port.default(8787),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((path) => resolve(path)),
  TLS_CERT: existingFile.optional(),
  TLS_KEY: existingFile.optional(),
  /** Left out: only where nobody else reaches it, because everybody knows the password of the demo's people. */
  VETRA_DEMO: flag.optional(),
  VETRA_KEY_FILE: z
    .string()
    .min(1)
    .transform((path) => resolve(path))
    .optional(),
  VETRA_BEHIND_PROXY: flag.default(false),
  /** The address that browsers use, where a proxy makes it another one than is listened on. */
  VETRA_ORIGIN: origin.optional(),
  /** Where attachments open, and nothing else: another host name or port than Vetra's own. Left out: they are downloaded. */
  VETRA_ATTACHMENT_ORIGIN: origin.optional(),
  /** The port of the embedded libSQL server on loopback; 0 lets the system choose. */
  VETRA_LIBSQL_PORT: port.default(0),
  /** A debugger may attach to the runtime at this port of loopback, and so may everybody on this machine; left out: nobody. */
  VETRA_INSPECTOR_PORT: port.optional(),
  /** Networks besides the public one that webhooks and mail may go to, e.g. 10.1.0.0/16,192.168.7.0/24. */
  VETRA_ALLOW_NETWORKS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine((parts) => parts.every((part) => cidr.test(part)), {
      error: 'must be a list of networks like 10.1.0.0/16,192.168.7.0/24',
    })
    .default([]),
  /** Certificates in PEM of authorities that the public does not know, as a mail server of one's own may have. */
  VETRA_TRUSTED_CERTIFICATES: existingFile.optional(),
});

/** What the launcher is told by its environment, checked. */
export type Settings = Readonly<z.output<typeof schema> & { VETRA_DEMO: boolean; keyFile: string }>;

/** Settings, or sentences that each name one that is wrong and say what it has to be. */
export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly string[] };

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** Whether whoever is at this machine is all who reaches it. */
const isAlone = (s: z.output<typeof schema>) =>
  isLoopback(s.HOST) && !s.VETRA_BEHIND_PROXY && s.VETRA_ORIGIN === undefined;

/** The port that an origin is reached at. */
const portOf = (address: string) =>
  Number(new URL(address).port || (address.startsWith('https:') ? 443 : 80));

/** What is wrong with the attachments' origin: it has to be another one, spoken like Vetra itself. */
function originFaults(s: z.output<typeof schema>): string[] {
  const own = s.VETRA_ATTACHMENT_ORIGIN;
  if (own === undefined) return [];
  const scheme = s.TLS_CERT ? 'https' : 'http';
  const host = isLoopback(s.HOST) ? s.HOST.replace(/^.*:.*$/, '[$&]') : 'localhost';
  const portals = s.VETRA_ORIGIN ?? `${scheme}://${host}:${s.PORT}`;
  if (new URL(portals).origin === own)
    return [
      'VETRA_ATTACHMENT_ORIGIN has to be another host name or port than Vetra itself: what people upload is opened there.',
    ];
  if (!s.VETRA_BEHIND_PROXY && !own.startsWith(`${scheme}:`))
    return [`VETRA_ATTACHMENT_ORIGIN has to begin with ${scheme}://, as Vetra itself is served.`];
  return [];
}

/** The further port that attachments are served on; null: none, because there are none, or a proxy or a host name parts them. */
export function attachmentPort({
  VETRA_ATTACHMENT_ORIGIN: own,
  VETRA_BEHIND_PROXY,
  PORT,
}: Settings): number | null {
  if (own === undefined || VETRA_BEHIND_PROXY) return null;
  return portOf(own) === PORT ? null : portOf(own);
}

function contradictions(s: z.output<typeof schema>): string[] {
  const faults: string[] = [];
  if (!s.TLS_CERT !== !s.TLS_KEY)
    faults.push('TLS_CERT and TLS_KEY are only of use together: give both or neither.');
  if (!isLoopback(s.HOST) && !s.TLS_CERT && !s.VETRA_BEHIND_PROXY) {
    faults.push(
      `HOST ${s.HOST} can be reached from other machines, and without TLS everything sent could be read on the way: ` +
        'give TLS_CERT and TLS_KEY, or VETRA_BEHIND_PROXY=1 if a proxy before Vetra does TLS.',
    );
  }
  return [...faults, ...originFaults(s)];
}

/** Reads and checks everything that can be set from outside; a name that starts like ours and is none is a fault too. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SettingsResult {
  const known = Object.keys(schema.shape);
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => known.includes(name) && value),
  );
  const unknown = Object.keys(env).filter((name) => name.startsWith('VETRA_') && !known.includes(name));
  const faults = unknown.map(
    (name) =>
      `${name} is not a setting; there are ${known.filter((k) => k.startsWith('VETRA_')).join(', ')}.`,
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0]);
      faults.push(`${name} ${message}; it is ${JSON.stringify(env[name])}.`);
    }
    return { ok: false, faults };
  }
  faults.push(...contradictions(parsed.data));
  if (faults.length > 0) return { ok: false, faults };
  const keyFile = parsed.data.VETRA_KEY_FILE ?? `${parsed.data.DATA_DIR}/keys.json`;
  const VETRA_DEMO = parsed.data.VETRA_DEMO ?? isAlone(parsed.data);
  return { ok: true, settings: { ...parsed.data, VETRA_DEMO, keyFile } };
}
