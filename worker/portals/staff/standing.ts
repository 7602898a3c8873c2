import { type Claim, openStates } from '../../../schema/domain/claims/claim.ts';
import { urgencyOf } from '../../../schema/domain/claims/rank.ts';
import { whyThere } from '../../../views/hmo/queue-rules/why-there.tsx';
import type { StaffDesk } from './desk.ts';

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
