import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { type Supervised, supervise } from '../../../selfhost/processes/supervise.ts';

const start = async (script: string) => {
  const child = spawn(process.execPath, ['-e', `process.send('up');${script}`], { stdio: [0, 1, 2, 'ipc'] });
  await once(child, 'message');
  return { child };
};
const forEver = 'setInterval(() => {}, 1000)';

/** A supervisor whose sentences are kept, and whose next events can be waited for. */
function watched() {
  const said: string[] = [];
  const restarted = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<string>();
  const listener = {
    name: 'it',
    backOff_ms: [1, 2],
    say: (sentence: string) => void said.push(sentence),
    onRestart: () => restarted.resolve(),
    onGivenUp: (sentence: string) => givenUp.resolve(sentence),
  };
  return { said, restarted: restarted.promise, givenUp: givenUp.promise, listener };
}

describe('a supervised process', () => {
  let supervised: Supervised<Awaited<ReturnType<typeof start>>> | undefined;
  afterEach(() => supervised?.stop());

  test('that is killed is started again', async () => {
    const { said, restarted, listener } = watched();
    supervised = await supervise({ ...listener, start: () => start(forEver) });
    const first = supervised.current().child;
    first.kill('SIGKILL');
    await restarted;
    expect(supervised.current().child.pid).not.toBe(first.pid);
    expect(said[0]).toBe('it ended unexpectedly (SIGKILL); starting it again.');
  });

  test('that is restarted on purpose is no fault', async () => {
    const { said, restarted, listener } = watched();
    supervised = await supervise({ ...listener, start: () => start(forEver) });
    await supervised.restart();
    await restarted;
    expect(said).toEqual(['it is running again.']);
  });

  test('that ends again and again is given up with a sentence', async () => {
    const { givenUp, listener } = watched();
    supervised = await supervise({ ...listener, start: () => start('process.exit(3)') });
    expect(await givenUp).toContain('it ended 3 times in a row');
  });

  test('that is stopped stays stopped', async () => {
    const { said, listener } = watched();
    supervised = await supervise({ ...listener, start: () => start(forEver) });
    await supervised.stop();
    expect(supervised.current().child.signalCode).toBe('SIGTERM');
    expect(said).toEqual([]);
  });

  test('that does not heed the request to end is killed', async () => {
    const { listener } = watched();
    const deaf = `process.on('SIGTERM', () => {});${forEver}`;
    supervised = await supervise({ ...listener, start: () => start(`${deaf};process.send('deaf')`) });
    await once(supervised.current().child, 'message');
    await supervised.stop();
    expect(supervised.current().child.signalCode).toBe('SIGKILL');
  });
});
