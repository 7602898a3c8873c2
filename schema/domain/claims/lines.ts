import type { CalendarDate } from '../dates.ts';
import type { LinePrice } from '../pricing/tariff.ts';
import { type ClaimLine, undecided } from './claim.ts';
import type { Submission } from './submission.ts';

/** One line as it was sent. */
export type SentLine = Submission['lines'][number];

/** What a line is made with beside what was sent. */
export interface LineFacts {
  services: ReadonlyMap<string, { name: string; active: boolean; group: string }>;
  /** what a line is judged by; asked once intake has found nothing */
  priceOf: (line: Pick<ClaimLine, 'service' | 'serviceDate' | 'unitPrice'>) => LinePrice;
}

/** A line of a claim as it is filed, not decided yet; without a date of its own it is of the encounter's first day. */
export function claimLine(nth: number, sent: SentLine, firstDay: CalendarDate, facts: LineFacts): ClaimLine {
  const { service, quantity, unitPrice, serviceDate = firstDay, authorization = null } = sent;
  return {
    line: nth,
    service,
    name: facts.services.get(service)?.name ?? service,
    serviceDate,
    quantity,
    unitPrice,
    claimed: quantity * unitPrice,
    price: facts.priceOf({ service, serviceDate, unitPrice }),
    authorization,
    ...undecided,
  };
}

/** The groups of the services that lines bill, each once. */
export const groupsOf = (
  lines: readonly Pick<ClaimLine, 'service'>[],
  { services }: Pick<LineFacts, 'services'>,
): string[] => [...new Set(lines.flatMap(({ service }) => services.get(service)?.group ?? []))];
