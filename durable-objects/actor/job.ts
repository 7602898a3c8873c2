import type { Row } from '@libsql/client/web';
import type { Answer, Envelope } from '../../schema/commands.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Want } from './book.ts';
import { inputHashOf, type Recorded, recordedOf } from './journal.ts';

/** The answer when the durable store cannot be reached or its answer is not known. */
export const unavailable = (): Refusal =>
  refuse(
    'unavailable',
    'The records cannot be reached just now. Nothing is lost: send it again in a moment.',
  );

export const tooMany = (): Refusal =>
  refuse(
    'too_many',
    'You have sent so much that it is still being worked through. Nothing was done: send it again in a moment.',
  );

export const idReused = (): Refusal =>
  refuse('id_reused', 'This command id was used before for something else. Use a new id for a new command.');

/** One command on its way through the actor, and everyone who waits for its answer. */
export class Job<Command extends { type: string; input: unknown }, Outcome> {
  readonly envelope: Envelope<Command>;
  readonly inputHash: string;
  readonly answer: Promise<Answer<Outcome>>;
  /** the journal was asked for its id and had none */
  checked = false;
  /** how often its batch has been refused */
  attempts = 0;
  /** how often it was sent to be loaded since memory was forgotten last */
  loads = 0;
  #epoch = 0;
  /** what it wanted when it was last looked at, and memory did not have */
  missing: Want[] | null = null;
  answered = false;
  readonly #resolve: (answer: Answer<Outcome>) => void;

  constructor(envelope: Envelope<Command>) {
    this.envelope = envelope;
    this.inputHash = inputHashOf(envelope.command, envelope.principal.organisation);
    let settle: (answer: Answer<Outcome>) => void = () => {};
    this.answer = new Promise((resolve) => {
      settle = resolve;
    });
    this.#resolve = settle;
  }

  /** Counts a load. What it took before memory was forgotten was not its fault, and has to be loaded again. */
  loadsUnder(epoch: number): void {
    this.loads = epoch === this.#epoch ? this.loads + 1 : 1;
    this.#epoch = epoch;
  }

  /** What it was found to want, as far as nobody else has loaded it since; null: that is to be worked out. */
  takeMissing(): Want[] | null {
    const missing = this.missing?.filter(({ shelf, key }) => !shelf.has(key)) ?? null;
    this.missing = null;
    return missing;
  }

  resolve(answer: Answer<Outcome>): void {
    this.answered = true;
    this.#resolve(answer);
  }

  /** What the journal holds under this id is the answer, if it is of this very command. */
  resolveFrom(recorded: Recorded, repeated: boolean): void {
    const { outcome }: { outcome: Outcome } = JSON.parse(recorded.data);
    const same = recorded.inputHash === this.inputHash;
    this.resolve(same ? { seq: recorded.seq, outcome, repeated } : idReused());
  }
}

/** Answers those of the jobs that the journal has under their ids, as it was asked by `readRecorded`; which those are. */
export function resolveRecorded<Command extends { type: string; input: unknown }, Outcome>(
  jobs: readonly Job<Command, Outcome>[],
  rows: Row[],
  repeated: boolean,
): Job<Command, Outcome>[] {
  const recorded = recordedOf(rows);
  return jobs.filter((job) => {
    const entry = recorded.get(job.envelope.id);
    if (entry) job.resolveFrom(entry, repeated);
    return entry !== undefined;
  });
}
