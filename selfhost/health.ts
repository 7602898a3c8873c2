import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { StatedFault } from './stated-fault.ts';

const schema = z.object({ ok: z.boolean(), version: z.string(), empty: z.boolean() });

/** What the worker says about itself: `empty` when there is no organisation in its store yet. */
export type Health = z.output<typeof schema>;

/** Asks until the worker answers that all is well, or says what it answered last after `patience_ms`. */
export async function waitForHealth(origin: string, patience_ms = 30_000): Promise<Health> {
  const deadline = performance.now() + patience_ms;
  let last = 'nothing';
  while (performance.now() < deadline) {
    try {
      const response = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) });
      const text = await response.text();
      if (response.ok) return schema.parse(JSON.parse(text));
      last = `${response.status} ${text.slice(0, 300)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await wait(25);
  }
  throw new StatedFault(
    `Vetra did not become healthy within ${patience_ms / 1000} s; the last answer was: ${last}`,
  );
}
