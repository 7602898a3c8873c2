import type { Frame, LiveEvent } from '../../durable-objects/actor/live-event.ts';

/** The pieces of HTML that an event changes on open pages. */
export function renderFrames(_event: LiveEvent): Frame[] {
  return [];
}
