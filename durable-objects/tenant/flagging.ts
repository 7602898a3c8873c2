import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { RiskFlag } from '../../schema/domain/risk/flag.ts';
import type { TenantContext } from './handler.ts';
import type { Flagged } from './memory/risk-events.ts';

type Context = Pick<TenantContext, 'memory' | 'seq'>;

function moved(before: readonly RiskFlag[], after: Flagged, { memory, seq }: Context): void {
  if (before === after.flags || before.length + after.flags.length === 0) return;
  memory.riskEvents.move(before, after, seq);
  memory.riskTally.move(before, after.flags, after);
}

/** Everything that other flags on a claim change beside its own row: the events' rows, and the counts. */
export const flagsMoved = (before: readonly RiskFlag[], after: Claim, context: Context): void =>
  moved(before, after, context);

/** The same of a request: among the events it stands under its id below zero, in the month in which it was to be served. */
export const requestFlagsMoved = (
  before: readonly RiskFlag[],
  { id, number, facilityId, facilityName, serviceDate, requested, flags }: Authorization,
  context: Context,
): void =>
  moved(
    before,
    {
      id: -id,
      billingMonth: serviceDate.slice(0, 7),
      claimed: requested,
      ...{ number, facilityId, facilityName, flags },
    },
    context,
  );
