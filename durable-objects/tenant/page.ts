import { type ClaimState, openStates } from '../../schema/domain/claims/claim.ts';
import { type Hold, holdAt } from '../../schema/domain/claims/lease.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { TenantMemory } from './memory.ts';
import type { QueuePage, QueueQuestion, QueueRow } from './queue.ts';
import { byRank, type Cursor, isOpen, type Part, type Place, type View } from './view.ts';

const start: Cursor = { rankAt: Number.MIN_SAFE_INTEGER, id: 0 };

const cursorText = ({ rankAt, id }: Cursor): string => `${rankAt}.${id}`;

function readCursor(text: string | undefined): Cursor {
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '');
  return match ? { rankAt: Number(match[1]), id: Number(match[2]) } : start;
}

/** Where a page's places come from: the view, or the database while that is being rebuilt. */
export type Source = (part: Part, limit: number) => Place[] | Promise<Place[]>;

function heldPlaces(memory: TenantMemory, view: View, account: string, now: Moment): Place[] {
  const places: Place[] = [];
  for (const [id, hold] of memory.leases.committed()) {
    const place = holdAt(hold, now)?.accountId === account ? view.find(Number(id)) : null;
    if (place) places.push(place);
  }
  return places.sort(byRank);
}

/** A page as far as the view knows it: who holds a claim by account, not yet by name. */
export interface HeldPage extends Omit<QueuePage, 'rows'> {
  rows: (Omit<QueueRow, 'lease'> & { hold: Hold | null })[];
}

/** A page of the queue: each state's first places, merged in rank order. */
export async function queuePage(
  {
    memory,
    view,
    source,
    now,
    seq,
  }: { memory: TenantMemory; view: View; source: Source; now: Moment; seq: number },
  question: QueueQuestion,
): Promise<HeldPage> {
  const limit = Math.min(200, Math.max(1, Math.floor(question.limit)));
  const after = readCursor(question.after);
  const asked: readonly ClaimState[] = question.states ?? openStates;
  const states = asked.filter((state) => isOpen(state) && !(question.late && state === 'QUERIED'));
  const { facilityId, mine } = question;
  const dueBefore = question.late ? now : undefined;
  const isAsked = (place: Place) =>
    states.includes(place.state) &&
    (facilityId === undefined || place.facilityId === facilityId) &&
    (dueBefore === undefined || (place.dueAt ?? now) < dueBefore) &&
    byRank(place, after) > 0;
  const places =
    mine === undefined
      ? (await Promise.all(states.map((state) => source({ state, facilityId, dueBefore, after }, limit + 1))))
          .flat()
          .sort(byRank)
      : heldPlaces(memory, view, mine, now).filter(isAsked);
  const shown = places.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    rows: shown.map(({ id, state, rankAt }) => ({
      id,
      state,
      rankAt,
      hold: holdAt(memory.leases.committed().get(String(id)), now),
    })),
    next: last && places.length > limit ? cursorText(last) : null,
    seq,
  };
}
