import { urgencyOf } from '../../../schema/domain/claims/rank.ts';
import type { QueueRow } from '../../../views/hmo/queue-row.tsx';
import { whyThere } from '../../../views/hmo/queue-rules/why-there.tsx';
import type { Database } from '../../queries/database.ts';
import { serviceGroupsOf } from '../../queries/queue-choices.ts';
import type { StaffDesk } from './desk.ts';
import type { ListedClaim } from './list-claims.ts';

/** Rows of the queue, each with why it stands where it stands. */
export async function withStanding(
  db: Database,
  rows: readonly ListedClaim[],
  { settings, may }: Pick<StaffDesk, 'settings' | 'may'>,
): Promise<QueueRow[]> {
  const asksForGroups = settings.queueRules.some(({ serviceGroup }) => serviceGroup !== null);
  const groups = asksForGroups
    ? await serviceGroupsOf(
        db,
        rows.map(({ id }) => id),
      )
    : new Map<number, readonly string[]>();
  const how = { zone: settings.calendar.zone, currency: settings.currency, risk: may('risk.view') };
  return rows.map(({ standing, ...row }) => {
    if (standing === undefined) return row;
    const urgency = urgencyOf({ ...row, serviceGroups: [...(groups.get(row.id) ?? [])] }, settings);
    return { ...row, ...standing, why: whyThere(row, urgency, how) };
  });
}
