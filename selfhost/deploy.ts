/**
 * `npm run deploy`: builds and hands the bundle to Cloudflare with wrangler. What follows `--` goes to wrangler, e.g.
 * `npm run deploy -- --dry-run`. DATABASE_URL and DATABASE_ADMIN in the environment take the place of those in
 * wrangler.toml; DATABASE_TOKEN, DATABASE_ADMIN_TOKEN and SESSION_KEY are secrets: `npx wrangler secret put <name>`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { buildIfStale, builtVersion } from './build/bundle.ts';
import { root } from './build/places.ts';
import { runMain, StatedFault } from './stated-fault.ts';

const overridable = ['DATABASE_URL', 'DATABASE_ADMIN', 'ORIGIN'];

async function requireStore(): Promise<void> {
  const configured = await readFile(`${root}wrangler.toml`, 'utf8');
  if (process.env.DATABASE_URL || !configured.includes('example.turso.io')) return;
  throw new StatedFault(
    'Say where the databases are: set DATABASE_URL in wrangler.toml or in the environment to an address with {db} where ' +
      'the name goes, e.g. libsql://{db}-yourname.turso.io',
  );
}

await runMain(async () => {
  const passedOn = process.argv.slice(2);
  if (!passedOn.includes('--dry-run')) await requireStore();
  await buildIfStale();
  const given = overridable.flatMap((name) => {
    const value = process.env[name];
    return value ? ['--var', `${name}:${value}`] : [];
  });
  const version = ['--var', `VERSION:${await builtVersion()}`];
  const child = spawn(`${root}node_modules/.bin/wrangler`, ['deploy', ...version, ...given, ...passedOn], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  process.exitCode = code ?? 1;
});
