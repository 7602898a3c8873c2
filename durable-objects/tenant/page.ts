import { openStates } from '../../schema/domain/claims/claim.ts';
import { soonUntil } from '../../schema/domain/claims/due.ts';
import { type Hold, holdAt } from '../../schema/domain/claims/lease.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { addWorkingHours } from '../../schema/domain/working-time.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { byRank, type Cursor, isIn, isOpen, type Part, type Place, type Places, start } from './place.ts';
import type { QueuePage, QueueQuestion, QueueRow } from './queue.ts';
import type { View } from './view.ts';

const cursorText = ({ rankAt, id }: Cursor): string => `${rankAt}.${id}`;

function readCursor(text: string | undefined): Cursor {
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(text ?? '');
  return match ? { rankAt: Number(match[1]), id: Number(match[2]) } : start;
}

/** Where a page's places come from: the view, or the database while that is being rebuilt. */
export type Source = (part: Part, limit: number) => Places | Promise<Places>;

/** Those the account holds: as many as one person has open. */
function heldPlaces(memory: TenantMemory, view: View, account: string, now: Moment): Place[] {
  const places: Place[] = [];
  for (const [id, hold] of memory.leases.committed()) {
    const place = holdAt(hold, now)?.accountId === account ? view.find(Number(id)) : null;
    if (place) places.push(place);
  }
  return places.sort(byRank);
}

function partOf(memory: TenantMemory, question: QueueQuestion, now: Moment): Part {
  const { facilityId, billingMonth, clientCode, planCode, riskMin, held, flagged, clean } = question;
  const { late, soon, after, dueWithinHours } = question;
  const settings = memory.settings.durable(only);
  const soon_until = soon && settings ? soonUntil(now, settings) : undefined;
  const within =
    dueWithinHours !== undefined && settings
      ? addWorkingHours(settings.calendar, now, dueWithinHours)
      : soon_until;
  return {
    states: (question.states ?? openStates).filter(isOpen),
    ...{ facilityId, billingMonth, clientCode, planCode, riskMin, held, flagged, clean },
    dueFrom: within === undefined ? undefined : now,
    dueBefore: late ? now : within,
    after: readCursor(after),
  };
}

/** A page as far as the view knows it: who holds a claim by account, not yet by name. */
export interface HeldPage extends Pick<QueuePage, 'next'> {
  rows: (Omit<QueueRow, 'lease'> & { hold: Hold | null })[];
}

/** A page of the queue, in rank order. */
export async function queuePage(
  { memory, view, source, now }: { memory: TenantMemory; view: View; source: Source; now: Moment },
  question: QueueQuestion,
): Promise<HeldPage> {
  const limit = Math.min(200, Math.max(1, Math.floor(question.limit)));
  const part = partOf(memory, question, now);
  const pageOfMine = (account: string): Places => {
    const mine = heldPlaces(memory, view, account, now).filter(
      (place) => isIn(place, part) && byRank(place, part.after) > 0,
    );
    const places = mine.slice(0, limit);
    return { places, next: mine.length > limit ? (places.at(-1) ?? null) : null };
  };
  const { places, next } =
    question.mine === undefined ? await source(part, limit) : pageOfMine(question.mine);
  return {
    rows: places.map(({ id, state, rankAt, risk, openFlags, held }) => ({
      ...{ id, state, rankAt, risk, openFlags, held },
      proposed: memory.proposals.committed().has(String(id)),
      hold: holdAt(memory.leases.committed().get(String(id)), now),
    })),
    next: next && cursorText(next),
  };
}
