import type { Moment } from '../../schema/domain/dates.ts';
import type { Sent } from '../door.ts';

/** A command that the system gives in nobody's name. */
export const bySystem = <Command>(at: Moment, id: string, command: Command): Sent<Command> => ({
  id: `demo-${id}`,
  at,
  command,
});
