import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { stopProcess } from './stop.ts';

const usualBackOff_ms = [50, 200, 1_000, 3_000, 5_000];
/** What ends sooner than this after its start has not got going; what runs longer may be killed as often as it likes. */
const settledAfter_ms = 1_000;

interface Started {
  readonly child: ChildProcess;
}

/** A process that is started again whenever it ends by itself. */
export interface Supervised<T extends Started> {
  /** The process that runs now, or ran last. */
  readonly current: () => T;
  /** Ends the process so that a new one takes its place at once. */
  readonly restart: () => Promise<void>;
  /** Ends the process for good. */
  readonly stop: () => Promise<void>;
}

/** What a supervisor is handed: how to start, and whom to tell. */
export interface Supervision<T extends Started> {
  readonly name: string;
  /** Called first with nothing, later with what has ended, so that a new process can take its port. */
  readonly start: (previous: T | undefined) => Promise<T>;
  readonly say: (sentence: string) => void;
  readonly onRestart: (started: T) => void;
  /** How long to wait before each start again; after the last of them it is given up. */
  readonly backOff_ms?: readonly number[];
  /** The process ended again and again; nobody will start it any more. */
  readonly onGivenUp: (sentence: string) => void;
}

/**
 * Starts a process and keeps it running. It is started again at once the first time and later with growing patience;
 * one end more than there are patiences, each within a second of its start, is a fault that no start will mend.
 */
export async function supervise<T extends Started>(supervision: Supervision<T>): Promise<Supervised<T>> {
  const { name, start, say, onRestart, onGivenUp, backOff_ms = usualBackOff_ms } = supervision;
  let stopping = false;
  let restarting = false;
  let failures = 0;
  let current = await start(undefined);

  async function startAgain(): Promise<void> {
    while (!stopping) {
      const pause_ms = backOff_ms[failures];
      failures += 1;
      if (pause_ms === undefined)
        return onGivenUp(`${name} ended ${failures} times in a row; its messages are above.`);
      await wait(pause_ms);
      if (stopping) return;
      try {
        current = await start(current);
        if (stopping) return stopProcess(current.child);
        watch();
        onRestart(current);
        return say(`${name} is running again.`);
      } catch (error) {
        say(`${name} did not start: ${error instanceof Error ? error.message : error}`);
      }
    }
  }

  function watch(): void {
    const startedAt = performance.now();
    current.child.once('exit', (code, signal) => {
      if (stopping) return;
      if (performance.now() - startedAt > settledAfter_ms) failures = 0;
      if (restarting) failures = 0;
      else say(`${name} ended unexpectedly (${signal ?? `code ${code}`}); starting it again.`);
      restarting = false;
      void startAgain();
    });
  }

  watch();
  return {
    current: () => current,
    restart: () => {
      restarting = true;
      return stopProcess(current.child);
    },
    stop: () => {
      stopping = true;
      return stopProcess(current.child);
    },
  };
}
