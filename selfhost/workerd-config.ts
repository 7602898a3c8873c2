import { readdir, readFile } from 'node:fs/promises';
import { assetsDir } from './build/places.ts';
import { compatibilityDate, compatibilityFlags } from './compatibility.ts';

/** What differs from one installation to another in how the runtime serves the worker. */
export interface WorkerdOptions {
  readonly host: string;
  readonly port: number;
  /** A further port that attachments are served on, by the same worker. */
  readonly attachmentPort?: number | null;
  /** A plain socket on loopback for the launcher's own questions, which know nothing of certificates. */
  readonly internalPort: number;
  /** Whether a proxy says in a header by which scheme it was asked. */
  readonly behindProxy: boolean;
  /** Where the actors keep what they can rebuild. */
  readonly actorsDir: string;
  readonly tls?: { readonly certificate: string; readonly key: string };
  readonly allowNetworks: readonly string[];
  /** A file of certificates that are trusted besides those that browsers trust. */
  readonly trustedCertificates?: string | undefined;
  /** Where a debugger may attach, on loopback. */
  readonly inspectorPort?: number | undefined;
  /** The worker's text bindings, by name. */
  readonly bindings: Readonly<Record<string, string>>;
}

const actors = { TENANT: 'Tenant', FACILITY: 'Facility', MEMBER: 'Member' };

/** Cap'n Proto text knows C's escapes, of which JSON's are a part, except for \u. */
const text = (value: string) => JSON.stringify(value).replace(/\\u00([0-9a-f]{2})/g, '\\x$1');

const hostAndPort = (host: string, port: number) => `${host.includes(':') ? `[${host}]` : host}:${port}`;

async function socketsOf(options: WorkerdOptions): Promise<string> {
  const { host, port, tls, internalPort, behindProxy, attachmentPort = null } = options;
  const open = { public: port, ...(attachmentPort === null ? {} : { attachments: attachmentPort }) };
  const addresses = Object.entries(open).map(
    ([name, at]) => `name = "${name}", address = ${text(hostAndPort(host, at))}, service = "vetra"`,
  );
  // The machine's own doors open on loopback only: outside, the header that opens them is taken from every request.
  const noSystem = 'injectRequestHeaders = [(name = "x-vetra-system")]';
  const http = behindProxy ? `(forwardedProtoHeader = "X-Forwarded-Proto", ${noSystem})` : `(${noSystem})`;
  const internal = `(name = "internal", address = "127.0.0.1:${internalPort}", service = "vetra", http = ())`;
  const all = (how: string) => [...addresses.map((address) => `(${address}, ${how})`), internal].join(', ');
  if (!tls) return all(`http = ${http}`);
  const [certificate, key] = await Promise.all([
    readFile(tls.certificate, 'utf8'),
    readFile(tls.key, 'utf8'),
  ]);
  const keypair = `(privateKey = ${text(key)}, certificateChain = ${text(certificate)})`;
  return all(`https = (options = (${noSystem}), tlsOptions = (keypair = ${keypair}))`);
}

/** Whom the worker believes when it calls out: what browsers trust, and what the installation's own file has. */
async function trusted(file: string | undefined): Promise<string> {
  const pem = file === undefined ? '' : await readFile(file, 'utf8');
  const own = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return `(trustBrowserCas = true, trustedCertificates = [${own.map(text).join(', ')}])`;
}

async function modulesOf(): Promise<string[]> {
  const files = (await readdir(assetsDir)).filter((name) => name.endsWith('.br')).sort();
  return [
    '(name = "worker.js", esModule = embed "worker.js")',
    ...files.map((name) => `(name = ${text(`assets/${name}`)}, data = embed ${text(`assets/${name}`)})`),
  ];
}

/**
 * The runtime's configuration, to be written beside the bundle whose files it embeds. It holds keys: the file's mode
 * must be 0600. The worker reaches the public network, this machine's loopback (libSQL is there) and what is allowed.
 */
export async function workerdConfig(options: WorkerdOptions): Promise<string> {
  const networks = ['public', '127.0.0.1/32', '::1/128', ...options.allowNetworks];
  const bindings = [
    ...Object.entries(options.bindings).map(
      ([name, value]) => `(name = ${text(name)}, text = ${text(value)})`,
    ),
    ...Object.entries(actors).map(
      ([name, className]) => `(name = "${name}", durableObjectNamespace = "${className}")`,
    ),
  ];
  const namespaces = Object.values(actors).map(
    (className) =>
      `(className = "${className}", uniqueKey = "vetra-${className.toLowerCase()}", enableSql = true)`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "vetra", worker = .vetra),
    (name = "internet", network = (allow = [${networks.map(text).join(', ')}], tlsOptions = ${await trusted(options.trustedCertificates)})),
    (name = "actors", disk = (path = ${text(options.actorsDir)}, writable = true)),
  ],
  sockets = [${await socketsOf(options)}],
);

const vetra :Workerd.Worker = (
  modules = [
    ${(await modulesOf()).join(',\n    ')}
  ],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = ${JSON.stringify(compatibilityFlags)},
  bindings = [
    ${bindings.join(',\n    ')}
  ],
  durableObjectNamespaces = [
    ${namespaces.join(',\n    ')}
  ],
  durableObjectStorage = (localDisk = "actors"),
  globalOutbound = "internet",
);
`;
}
