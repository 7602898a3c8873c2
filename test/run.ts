/**
 * `npm test`: types, lint, the edge build and every kind of test. `npm test -- unit e2e` runs just those. The last line has
 * the totals.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { buildIfStale } from '../selfhost/build/bundle.ts';
import { buildDir, root } from '../selfhost/build/places.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** Runs a program; what it says comes out in one piece when it has ended, because two run at once. */
async function run(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const [code] = await once(child, 'close');
  process.stdout.write(Buffer.concat(said));
  return code === 0;
}

/** A check that either holds or does not counts as one test. */
async function check(command: string, args: readonly string[]): Promise<Tally> {
  const held = await run(command, args);
  return held ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/** A file that could not be loaded has no failed test in it, and is a failure nevertheless. */
const brokenFiles = ({ testResults }: z.output<typeof report>): number =>
  testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;

async function project(name: string): Promise<Tally> {
  const file = join(buildDir, `tests-${name}.${process.pid}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const held = await run(bin('vitest'), ['run', '--project', name, '--passWithNoTests', ...reporters]);
  const text = await readFile(file, 'utf8').catch(() => '');
  await rm(file, { force: true });
  if (text === '') return { passed: 0, failed: held ? 0 : 1 };
  const counts = report.parse(JSON.parse(text));
  const failed = counts.numFailedTests + brokenFiles(counts);
  // An error outside every test fails the run without failing one of them.
  return { passed: counts.numPassedTests, failed: held ? failed : Math.max(failed, 1) };
}

const parts: Record<string, () => Promise<Tally>> = {
  types: () => check(process.execPath, ['test/types.ts']),
  lint: () => check(bin('biome'), ['check', '--error-on-warnings']),
  unit: () => project('unit'),
  integration: () => project('integration'),
  selfhost: () => project('selfhost'),
  faults: () => project('faults'),
  e2e: () => project('e2e'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts[name]);
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.\n`);
  process.exit(1);
}

/** Two lanes, for most of the time is spent waiting: the browser beside everything else. */
const lanes = [['e2e'], ['types', 'lint', 'unit', 'integration', 'selfhost', 'faults']];
const rows: string[] = [];
let total: Tally = { passed: 0, failed: 0 };

async function inTurn(names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const startedAt = performance.now();
    const { passed, failed } = (await parts[name]?.()) ?? { passed: 0, failed: 1 };
    total = { passed: total.passed + passed, failed: total.failed + failed };
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    rows.push(
      `${name.padEnd(12)}${String(passed).padStart(6)} passed${String(failed).padStart(5)} failed${seconds.padStart(8)} s`,
    );
  }
}

// What every part needs is built before two of them could build it at once.
await buildIfStale();
await Promise.all(lanes.map(inTurn));
process.stdout.write(`\n${rows.join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
