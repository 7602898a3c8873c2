import type { Moment } from '../../schema/domain/dates.ts';
import type { AnyCommand, Decision, Done } from './book.ts';
import type { Job } from './job.ts';
import { appendEntries, appendNotices, type Head, nextEntry } from './journal.ts';
import type { Layer } from './layer.ts';
import type { Statement } from './store.ts';

/** A command that is to be written with its cycle's batch. */
export interface Decided<Command extends AnyCommand, Outcome, Did> {
  job: Job<Command, Outcome>;
  outcome: Outcome;
  done: Done<Did>;
}

/** The decision on a command, entered in the journal after `head`. */
export function entered<Command extends AnyCommand, Outcome extends object, Did>(
  job: Job<Command, Outcome>,
  decision: Decision<Outcome, Did>,
  { head, at }: { head: Head; at: Moment },
): Decided<Command, Outcome, Did> {
  const { id, principal, command } = job.envelope;
  const { outcome, subject, data, sealed = null, notice = null, did } = decision;
  const entry = nextEntry(head, {
    commandId: id,
    at,
    actor: principal.id,
    action: command.type,
    subject,
    data: JSON.stringify({ ...data, outcome }),
    sealed,
    inputHash: job.inputHash,
  });
  return { job, outcome, done: { entry, notice, did } };
}

/** A cycle's batch: its entries, what they changed, and whom they tell. */
export function statementsOf(all: readonly { done: Done<unknown> }[], layers: readonly Layer[]): Statement[] {
  const notices = all.flatMap(({ done: { entry, notice } }) => (notice ? [{ entry, notice }] : []));
  return [
    appendEntries(all.map(({ done }) => done.entry)),
    ...layers.flatMap((layer) => layer.writes()),
    ...(notices.length > 0 ? [appendNotices(notices)] : []),
  ];
}
