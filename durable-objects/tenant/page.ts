import { openStates } from '../../schema/domain/claims/claim.ts';
import { soonUntil } from '../../schema/domain/claims/due.ts';
import { type Hold, holdAt } from '../../schema/domain/claims/lease.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import { addWorkingHours } from '../../schema/domain/working-time.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { byRank, isIn, isOpen, type Part, type Place, type Places, start } from './place.ts';
import type { QueuePage, QueueQuestion, QueueRow } from './queue.ts';
import type { SealedCursors } from './sealed-cursor.ts';
import type { View } from './view.ts';

/** What a question is understood by. */
interface PageParts {
  memory: TenantMemory;
  cursors: SealedCursors;
  now: Moment;
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

function partOf({ memory, cursors, now }: PageParts, question: QueueQuestion): Part {
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
    after: (after === undefined ? null : cursors.read(after)) ?? start,
  };
}

/** A page as far as the view knows it: who holds a claim by account, not yet by name. */
export interface HeldPage extends Pick<QueuePage, 'next'> {
  rows: (Omit<QueueRow, 'lease'> & { hold: Hold | null })[];
}

/** A page of the queue, in rank order. */
export async function queuePage(
  parts: PageParts & { view: View; source: Source },
  question: QueueQuestion,
): Promise<HeldPage> {
  const { memory, view, source, cursors, now } = parts;
  const limit = Math.min(200, Math.max(1, Math.floor(question.limit)));
  const part = partOf(parts, question);
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
    next: next && cursors.write(next),
  };
}
