import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const CLOSED_MAX = 16;
let closed = 0;
let collect: unknown;

/**
 * To be called when a native connection was closed. Its file handles are freed only when its statements are collected,
 * and those look so small from here that an idle process would keep them: so now and then collection is asked for.
 */
export function connectionClosed(): void {
  closed += 1;
  if (closed < CLOSED_MAX) return;
  closed = 0;
  setImmediate(collectNow);
}

function collectNow(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc');
  }
  if (typeof collect === 'function') collect();
}
