import { stateWords } from '../claims/state-badge.tsx';
import type { QueueFilter } from './queue-filter.ts';

/** All there is where they are few; where they are many, the name of the one that is meant, or nothing. */
export type FilterChoice = { all: readonly { id: string; name: string }[] } | { meant: string };

/** What one filter can be set to; `meant`: what the one that is set is called, where more than so many are not listed. */
export const choiceAmong = (
  all: readonly { id: string; name: string }[],
  listed_max: number,
  meant = '',
): FilterChoice => (all.length > listed_max ? { meant } : { all });

/** What the filters can be set to. */
export interface FilterChoices {
  facilities: FilterChoice;
  clients: FilterChoice;
  plans: FilterChoice;
}

/** What a filter's facility, client and plan are called; '' where it has none. */
export type FilterNames = Record<'facility' | 'client' | 'plan', string>;

/** Each filter that is set, in words, and the filter without it. */
export function setFilters(
  filter: QueueFilter,
  names: FilterNames,
): { words: string; without: QueueFilter }[] {
  const chip = (words: string, without: Partial<QueueFilter>) => ({
    words,
    without: { ...filter, ...without, after: '' },
  });
  return [
    filter.state === '' ? [] : [chip(stateWords(filter.state), { state: '' })],
    filter.facility === '' ? [] : [chip(names.facility, { facility: '' })],
    filter.client === '' ? [] : [chip(names.client, { client: '' })],
    filter.plan === '' ? [] : [chip(`Plan ${names.plan}`, { plan: '' })],
    filter.risk === '' ? [] : [chip(`Risk ${filter.risk} or more`, { risk: '' })],
    filter.due === '' ? [] : [chip(filter.due === 'late' ? 'Late' : 'Due soon', { due: '' })],
    filter.held ? [chip('Held', { held: false })] : [],
    filter.flagged ? [chip('Flagged', { flagged: false })] : [],
  ].flat();
}
