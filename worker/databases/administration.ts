/** How databases come into being, as `DATABASE_ADMIN` says it. */
export type Administration =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'libsql-server'; readonly adminUrl: string }
  | { readonly kind: 'turso'; readonly organisation: string; readonly group: string };

const TURSO = /^turso:([a-z0-9][a-z0-9-]*)\/([a-z0-9][a-z0-9-]*)$/i;

/** Reads `embedded` (the default), `libsql-server:<admin url>` or `turso:<organisation>/<group>`. Throws on others. */
export function readAdministration(written: string | undefined): Administration {
  if (written === undefined || written === '' || written === 'embedded') return { kind: 'embedded' };
  const [, organisation, group] = TURSO.exec(written) ?? [];
  if (organisation !== undefined && group !== undefined) return { kind: 'turso', organisation, group };
  const adminUrl = written.startsWith('libsql-server:') ? written.slice('libsql-server:'.length) : '';
  if (/^https?:$/.test(URL.parse(adminUrl)?.protocol ?? '')) return { kind: 'libsql-server', adminUrl };
  throw new Error(
    `DATABASE_ADMIN is ${JSON.stringify(written)}; it must be "embedded", "libsql-server:<admin url>" or "turso:<organisation>/<group>"`,
  );
}
