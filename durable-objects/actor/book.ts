import type { Row } from '@libsql/client/web';
import type { Envelope } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { Data, Entry, Head, Notice } from './journal.ts';
import type { Layer } from './layer.ts';
import type { Loadable } from './shelf.ts';
import type { Statement } from './store.ts';

/** The least a command is. */
export interface AnyCommand {
  type: string;
  input: unknown;
}

/** An aggregate that a command needs in memory before it can be decided. */
export interface Want {
  shelf: Loadable;
  key: string;
}

/** What a decision is made with; everything that is not the command itself. */
export interface Context {
  at: Moment;
  /** the number its journal entry will have */
  seq: number;
}

/** A command that is to be done: what the journal says of it, what is answered, what else follows once it is durable. */
export interface Decision<Outcome, Did> {
  outcome: Outcome;
  subject: string;
  data: Data;
  sealed?: string | null;
  notice?: Notice;
  did: Did;
}

/** A command that is durable. */
export interface Done<Did> {
  entry: Entry;
  notice: Notice | null;
  did: Did;
}

/** What one kind of actor brings to the cycle: its memory and its rules. Nothing here awaits but `started`. */
export interface Book<Command extends AnyCommand, Outcome extends object, Did> {
  layers: readonly Layer[];
  /** read together with the journal's head when the actor wakes, and again after an uncertainty */
  starting: readonly Statement[];
  /** memory starts from what `starting` answered; whatever was missed since is caught up with */
  started(answers: Row[][], head: Head): Promise<void>;
  /** what must be in memory; asked again after each load until nothing is missing */
  wants(envelope: Envelope<Command>): Want[];
  /** it has a cycle of its own before the others' */
  isUrgent(command: Command): boolean;
  decide(envelope: Envelope<Command>, context: Context): Decision<Outcome, Did> | Refusal;
  /** the cycle's batch is durable and its answers are on their way */
  committed(done: readonly Done<Did>[], head: Head): void;
}
