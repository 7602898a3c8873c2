import type { RouterRoute } from 'hono/types';
import type { Permission } from '../../schema/domain/permissions.ts';

interface DoorMark {
  guards: readonly Permission[];
}

const isDoor = (value: unknown): value is DoorMark =>
  typeof value === 'function' && 'guards' in value && Array.isArray(value.guards);

/** A handler of a sub-app with an error handler of its own is wrapped by the router, which keeps what it wrapped here. */
const unwrapped = (handler: object): unknown =>
  '__COMPOSED_HANDLER' in handler ? handler.__COMPOSED_HANDLER : handler;

/** The door that a handler of the app is, or undefined where it is none. */
export function doorOf(route: RouterRoute): DoorMark | undefined {
  const handler = unwrapped(route.handler);
  return isDoor(handler) ? handler : undefined;
}
