import type { ChildProcess } from 'node:child_process';

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** Asks a child process to end, waits for it, and kills it if it has not ended after `patience_ms`. */
export async function stopProcess(child: ChildProcess, patience_ms = 5_000): Promise<void> {
  if (!isRunning(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience_ms);
  await ended;
  clearTimeout(timer);
}
