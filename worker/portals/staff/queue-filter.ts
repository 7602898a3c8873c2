import { openStates } from '../../../schema/domain/claims/claim.ts';
import type { Permission } from '../../../schema/domain/permissions.ts';
import { periods } from '../../../views/hmo/periods.ts';
import type { QueueFilter } from '../../../views/hmo/queue-filter.ts';
import { queueViews } from '../../../views/hmo/queue-tabs.ts';

const oneOf = <T extends string>(choices: readonly T[], said: string | undefined): T | '' =>
  choices.find((each) => each === said) ?? '';

/** Reads the filter from an address; what means nothing is left out rather than refused. */
export function readQueueFilter(query: Readonly<Record<string, string>>): QueueFilter {
  const text = (name: string) => (query[name] ?? '').trim().slice(0, 60);
  return {
    view: queueViews.find((each) => each === query.view) ?? 'open',
    state: oneOf(openStates, query.state),
    facility: text('facility'),
    client: text('client'),
    plan: text('plan'),
    risk: oneOf(['30', '60'], query.risk),
    due: oneOf(['late', 'soon'], query.due),
    held: text('held') !== '',
    flagged: text('flagged') !== '',
    since: oneOf(periods, query.since),
    q: text('q'),
    after: (query.after ?? '').slice(0, 100),
  };
}

/**
 * The filter that an address means to who asks. Who may not see what the risk rules found may not ask for it either: which
 * claims a filter finds says as much as a column.
 */
export function filterFor(
  { permissions }: { permissions: readonly Permission[] },
  query: Readonly<Record<string, string>>,
): QueueFilter {
  const filter = readQueueFilter(query);
  return permissions.includes('risk.view') ? filter : { ...filter, risk: '', flagged: false };
}

/** Whether an address says nothing of what is wanted: the queue opens with what the person chose. */
export const saysNothing = (query: Readonly<Record<string, string>>): boolean =>
  Object.keys(query).every((name) => name === 'decided');
