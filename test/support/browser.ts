import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { z } from 'zod';
import { buildDir } from '../../selfhost/build/places.ts';

/** Where the unpacked browser is, and what it needs around it. */
interface UnpackedChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));

/**
 * Unpacks the browser that comes as an npm package, with the libraries and fonts that a bare system lacks, once for
 * each version. Into a directory that appears whole: two runs at once must not see each other's halves.
 */
async function unpackChromium(): Promise<UnpackedChromium> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')));
  const directory = join(buildDir, `chromium-${version}`);
  if (!existsSync(directory)) await unpackInto(directory);
  return {
    executablePath: join(directory, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(directory, 'fonts.conf'),
    },
  };
}

async function unpackInto(directory: string): Promise<void> {
  const part = `${directory}.${process.pid}.part`;
  await mkdir(part, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  const outside = process.env.TMPDIR;
  // The package unpacks into the system's temporary directory and nowhere else.
  process.env.TMPDIR = part;
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(packed, 'bin', archive))));
  } finally {
    if (outside === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outside;
  }
  const fonts = `<dir>${join(directory, 'fonts')}</dir><dir>/usr/share/fonts</dir>`;
  const cache = `<cachedir>${join(directory, 'font-cache')}</cachedir>`;
  await writeFile(join(part, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}${cache}</fontconfig>`);
  await rename(part, directory).catch(async (error) => {
    // Somebody else was first; theirs is as good.
    await rm(part, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  });
}

/**
 * Starts a real Chromium: the one CHROMIUM_PATH names, or the one from npm. Close it with `browser.close()`. The sandbox
 * is off because containers run tests as root, where Chromium refuses to start with it.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  const { executablePath, env } = named ? { executablePath: named, env: {} } : await unpackChromium();
  return chromium.launch({
    executablePath,
    env: { ...definedEnvironment(), ...env },
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu'],
  });
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
