import { type BillingMonth, dateIn, type Moment } from '../../schema/domain/dates.ts';
import { aboutDenied, clientToldAt, deniedIn } from '../../schema/domain/members/client-news.ts';
import { individualsCode } from '../../schema/domain/members/client-terms.ts';
import { sending } from '../../schema/domain/notifications/sending.ts';
import type { Want } from '../actor/book.ts';
import type { Data } from '../actor/journal.ts';
import type { TenantContext } from './handler.ts';
import type { TenantMemory } from './memory.ts';
import { zoneOf } from './today.ts';

/** A month of a client's people. */
interface ClientMonth {
  client: string;
  month: BillingMonth;
}

/** The month, at the tenant, of a moment. */
export const monthAt = (memory: TenantMemory, at: Moment): BillingMonth =>
  dateIn(zoneOf(memory), at).slice(0, 7);

/** The message of a month: one, however often somebody says so before it goes out. */
const idOf = ({ client, month }: ClientMonth): string => `client-${client}-${month}`;

/** The message that waits to go to the client. */
export const clientWants = ({ sendings }: TenantMemory, of: ClientMonth): Want[] => [
  { shelf: sendings, key: idOf(of) },
];

/**
 * Somebody who is covered through a client says that a visit of this month was not them: its HR hears how many there were, and of
 * no name, place or day. The message waits for the month to end, holds the count, and is on record however it ends; cover without
 * an employer has nobody to tell. What of it stands in the journal.
 */
export function tellClient(of: ClientMonth, { memory, at, seq }: TenantContext): Data {
  if (of.client === individualsCode) return { ...of };
  const before = memory.sendings.get(idOf(of));
  const waits = before?.state === 'WAITING' && before.attempts === 0;
  if (waits) {
    const { month, visits } = deniedIn(before.about);
    memory.sendings.put({ ...before, about: aboutDenied({ month, visits: visits + 1 }) });
  } else {
    const id = before ? `${idOf(of)}-${seq}` : idOf(of);
    const about = aboutDenied({ month: of.month, visits: 1 });
    const message = { id, kind: 'client', channel: 'email', to: of.client, about, endpoint: null } as const;
    memory.sendings.put(sending(message, clientToldAt(zoneOf(memory), at)));
  }
  return { ...of };
}
