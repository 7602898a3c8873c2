/** The style as a test. Every fault says where it is and what to do instead; limits go down and never up. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../selfhost/build/places.ts';
import {
  bannedSyntax,
  impurities,
  literalAddresses,
  missingDocs,
  strayHxNames,
  textFaults,
} from './tidy/faults.ts';
import { functionsOf, quantile } from './tidy/functions.ts';
import { circles, exportsOf, importsOf } from './tidy/imports.ts';
import { pathsOf, readSources, type Source } from './tidy/sources.ts';

const limits = { fileLines: 300, functionLines: 70, actorLines: 150, dependencies: 17 };

/** A layer may import from those it names, and from itself. */
const layers: Record<string, readonly string[]> = {
  schema: [],
  views: ['schema'],
  'durable-objects': ['schema'],
  worker: ['schema', 'views', 'durable-objects', '.build'],
  selfhost: ['schema', 'views', 'durable-objects'],
  examples: [],
};

const sources = await readSources();
const product = sources.filter(({ path }) => !/^(test|selfhost|examples)\//.test(path));
const ours = sources.filter(({ path }) => !path.startsWith('test/'));
const byPath = new Map(sources.map((source) => [source.path, source]));
const layerOf = (path: string) => path.split('/')[0] ?? '';
const inDomain = ({ path }: Source) => path.startsWith('schema/domain/');
const inBrowser = ({ path }: Source) => path.startsWith('views/assets/');

describe('layers', () => {
  test('imports go down only', () => {
    const faults = ours.flatMap((source) => {
      const from = layerOf(source.path);
      const allowed = layers[from] ?? [];
      return importsOf(source)
        .filter(
          ({ isOurs, target }) => isOurs && layerOf(target) !== from && !allowed.includes(layerOf(target)),
        )
        .map(
          ({ target }) =>
            `${source.path} imports ${target}: ${from} may use ${allowed.join(', ') || 'itself only'}`,
        );
    });
    expect(faults).toEqual([]);
  });

  test('no imports go in circles', () => {
    expect(circles(sources).map((circle) => circle.join(' → '))).toEqual([]);
  });

  test('the domain is pure: time, chance and the outside are handed in', () => {
    expect(sources.filter(inDomain).flatMap(impurities)).toEqual([]);
  });

  test('addresses are built by views/paths.ts and written nowhere else', () => {
    const elsewhere = product.filter(
      (source) => !/^views\/paths(\.ts|\/)/.test(source.path) && !inBrowser(source),
    );
    expect(elsewhere.flatMap(literalAddresses)).toEqual([]);
  });

  test('only worker/render.tsx knows the headers of htmx', () => {
    const elsewhere = product.filter((source) => source.path !== 'worker/render.tsx' && !inBrowser(source));
    expect(elsewhere.flatMap(strayHxNames)).toEqual([]);
  });
});

describe('what is not written here', () => {
  test('nothing that hides a fault from the compiler, or needs eval in the browser', () => {
    expect(sources.flatMap(bannedSyntax)).toEqual([]);
  });

  test('nothing left for later, and no place but the product named', async () => {
    const others = await pathsOf('.sql', '.css', '.md');
    const texts = others.map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
    expect([...sources, ...texts].flatMap(textFaults)).toEqual([]);
  });

  test('no file is named for being a heap', async () => {
    const heap = /(^|[-/])(utils?|helpers?|managers?|misc|common)(\.|\/|$)/;
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(tsx?|css|sql)$/;
    const paths = await pathsOf('.ts', '.tsx', '.css', '.sql');
    expect(paths.filter((path) => heap.test(path)).map((path) => `${path}: name what it does`)).toEqual([]);
    expect(
      paths.filter((path) => !kebab.test(basename(path))).map((path) => `${path}: use kebab-case`),
    ).toEqual([]);
  });

  test('every exported name of the domain says what it means', () => {
    expect(sources.filter(inDomain).flatMap(missingDocs)).toEqual([]);
  });
});

describe('sizes', () => {
  test(`no file is longer than ${limits.fileLines} lines`, () => {
    const long = sources.filter(({ lines }) => lines > limits.fileLines);
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines; part it by what it knows`)).toEqual([]);
  });

  test(`no function is longer than ${limits.functionLines} lines`, () => {
    const long = sources.flatMap(functionsOf).filter(({ lines }) => lines > limits.functionLines);
    expect(long.map(({ place, name, lines }) => `${place} ${name}: ${lines} lines; name its steps`)).toEqual(
      [],
    );
  });

  test(`an actor is thin: ${limits.actorLines} lines`, () => {
    const actors = sources.filter(({ path }) =>
      /^durable-objects\/(tenant|facility|member)\/\1\.ts$/.test(path),
    );
    const fat = actors.filter(({ lines }) => lines > limits.actorLines);
    expect(
      fat.map(({ path, lines }) => `${path}: ${lines} lines; move what it decides into a module`),
    ).toEqual([]);
  });
});

describe('what nobody uses', () => {
  const scripts = readFileSync(`${root}package.json`, 'utf8');
  const isEntry = ({ path }: Source) =>
    scripts.includes(path) ||
    path.endsWith('.d.ts') ||
    path.endsWith('.test.ts') ||
    path.endsWith('.test.tsx') ||
    /^(worker\/index\.ts|selfhost\/(fill-store|libsql\/server)\.ts|views\/assets\/client\/(index|me|(attach|card|scan)\/index|service-worker)\.ts)$/.test(
      path,
    ) ||
    /^test\/support\/(libsql|build-once)\.ts$/.test(path) ||
    path.startsWith('examples/');

  const used = new Map<string, Set<string>>();
  for (const source of sources) {
    for (const { target, names } of importsOf(source)) {
      const known = used.get(target) ?? new Set();
      for (const name of names) known.add(name);
      used.set(target, known);
    }
  }

  test('every file is reached from where the product or a test begins', () => {
    const reached = new Set<string>();
    const queue = sources.filter(isEntry).map(({ path }) => path);
    for (let path = queue.pop(); path; path = queue.pop()) {
      const source = byPath.get(path);
      if (reached.has(path) || !source) continue;
      reached.add(path);
      queue.push(...importsOf(source).map(({ target }) => target));
    }
    const dead = sources
      .filter(({ path }) => !reached.has(path))
      .map(({ path }) => `${path}: use it or remove it`);
    expect(dead).toEqual([]);
  });

  test('every export is imported somewhere', () => {
    const dead = sources
      .filter((source) => !isEntry(source))
      .flatMap((source) => {
        const known = used.get(source.path) ?? new Set();
        if (known.has('*')) return [];
        const unused = exportsOf(source).filter((name) => !known.has(name));
        return unused.map((name) => `${source.path}: ${name} is exported for nobody`);
      });
    expect(dead).toEqual([]);
  });
});

describe('what is installed', () => {
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(`${root}package.json`, 'utf8'),
  );

  test(`at most ${limits.dependencies} packages at run time, each at one version`, () => {
    const versions = Object.entries(manifest.dependencies);
    expect(versions.length).toBeLessThanOrEqual(limits.dependencies);
    expect(versions.filter(([, version]) => !/^\d/.test(version))).toEqual([]);
  });

  test('the lock file names no place to download from', () => {
    expect(readFileSync(`${root}package-lock.json`, 'utf8')).not.toMatch(/"resolved": "https?:/);
  });
});

test('the edge is configured for the same runtime as one machine', async () => {
  const { compatibilityDate, compatibilityFlags } = await import('../selfhost/compatibility.ts');
  expect(readFileSync(`${root}wrangler.toml`, 'utf8')).toContain(
    `compatibility_date = "${compatibilityDate}"\ncompatibility_flags = ${JSON.stringify(compatibilityFlags)}`,
  );
  expect(existsSync(`${root}.ci/run`)).toBe(true);
});

test('the figures', () => {
  const tests = sources.filter(({ path }) => path.startsWith('test/'));
  const sum = (list: readonly Source[]) => list.reduce((total, { lines }) => total + lines, 0);
  const domain = ours.filter(inDomain);
  const domainTests = tests.filter(({ path }) => path.startsWith('test/unit/domain/'));
  const row = (name: string, numbers: readonly number[]) =>
    `${name.padEnd(30)}${[0.5, 0.95, 1].map((share) => String(quantile(numbers, share)).padStart(6)).join('')}`;
  const ratio = (a: number, b: number) => (b === 0 ? '–' : (a / b).toFixed(2));
  const lengths = ours.flatMap(functionsOf).map(({ lines }) => lines);
  const table = [
    `${''.padEnd(30)}median   p95   max`,
    row(
      `lines of ${ours.length} files`,
      ours.map(({ lines }) => lines),
    ),
    row(`lines of ${lengths.length} functions`, lengths),
    `test lines : code lines       ${ratio(sum(tests), sum(ours))} (${sum(tests)} : ${sum(ours)})`,
    `the same in the domain        ${ratio(sum(domainTests), sum(domain))} (${sum(domainTests)} : ${sum(domain)})`,
  ];
  process.stdout.write(`\n${table.join('\n')}\n\n`);
  expect(ours.length).toBeGreaterThan(0);
});
