import { type Claim, openStates } from '../../../schema/domain/claims/claim.ts';
import { urgencyOf } from '../../../schema/domain/claims/rank.ts';
import type { QueueRow } from '../../../views/hmo/queue-row.tsx';
import { whyThere } from '../../../views/hmo/queue-rules/why-there.tsx';
import type { Database } from '../../queries/database.ts';
import { serviceGroupsOf } from '../../queries/queue-choices.ts';
import type { StaffDesk } from './desk.ts';
import type { ListedClaim } from './list-claims.ts';

const howOf = ({ settings, may }: Pick<StaffDesk, 'settings' | 'may'>) => ({
  zone: settings.calendar.zone,
  currency: settings.currency,
  risk: may('risk.view'),
});

/** Why a claim stands where it stands; undefined: nobody has to decide it any more. */
export const standingOf = (desk: Pick<StaffDesk, 'settings' | 'may'>, claim: Claim): string[] | undefined =>
  openStates.some((state) => state === claim.state)
    ? whyThere(claim, urgencyOf(claim, desk.settings), howOf(desk))
    : undefined;

/** Rows of the queue, each with why it stands where it stands. */
export async function withStanding(
  db: Database,
  rows: readonly ListedClaim[],
  desk: Pick<StaffDesk, 'settings' | 'may'>,
): Promise<QueueRow[]> {
  const { settings } = desk;
  const asksForGroups = settings.queueRules.some(({ serviceGroup }) => serviceGroup !== null);
  const groups = asksForGroups
    ? await serviceGroupsOf(
        db,
        rows.map(({ id }) => id),
      )
    : new Map<number, readonly string[]>();
  const how = howOf(desk);
  return rows.map(({ standing, ...row }) => {
    if (standing === undefined) return row;
    const urgency = urgencyOf({ ...row, serviceGroups: [...(groups.get(row.id) ?? [])] }, settings);
    return { ...row, ...standing, why: whyThere(row, urgency, how) };
  });
}
