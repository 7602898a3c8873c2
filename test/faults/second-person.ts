import type { Principal } from '../../schema/domain/permissions.ts';
import { seededRoles } from '../../schema/domain/roles.ts';
import type { SubmitClaim } from '../../schema/forms/submit-claim.ts';
import { type Doors, type Insurer, sendCommands } from '../support/insurer.ts';

/** What the load's staff approve alone, in minor units: a claim of one line, and none of three. */
const alone = 1_000_000;

/** Sets limits that claims of three lines pass, and hires the one who confirms them. */
export async function hireSecondPerson(doors: Doors, { tenant }: Insurer): Promise<Principal> {
  const id = `${tenant.id.slice(0, 18)}second`;
  const permissions = seededRoles.tenant.find(({ key }) => key === 'admin')?.permissions ?? [];
  const hired = { accountId: id, name: 'Second', email: `${id}@insurer.example`, roleKey: 'admin' };
  const limits = [{ role: 'claims-manager', limits: { claim: alone } }];
  const answers = await sendCommands(doors, tenant, [
    { id: 'second', command: { type: 'PutStaff', input: { ...hired, state: 'ACTIVE' } } },
    { id: 'limits', command: { type: 'PutApprovalLimits', input: { roles: limits } } },
  ]);
  if (answers.some(({ refused }) => refused)) throw new Error(JSON.stringify(answers));
  return { id, name: 'Second', via: 'session', organisation: tenant, permissions };
}

/** A claim that the staff cannot approve alone. */
export const aboveLimit = ({ filing }: Insurer): SubmitClaim => filing(3);

/** A claim that raises a risk event: a stay of no night. */
export const suspicious = ({ filing }: Insurer): SubmitClaim => {
  const input = filing();
  const endedAt = input.startedAt.replace('T00:', 'T05:');
  return { ...input, encounterType: 'inpatient', endedAt };
};

/** The month whose pile is vetted; nothing else of the load is of it. */
export const vetted_month = '2024-03';
/** So many vet it, each a person of their own. */
export const vetters = 8;

/** A vetter's turn comes once in so many claims of theirs. */
const turn_claims = 12;

/** The claim that a vetter adds to the pile at their nth: nobody's duplicate. */
export function inPile({ filing, memberIds }: Insurer, vetter: number, nth: number): SubmitClaim {
  const turn = Math.floor(nth / turn_claims);
  const day = String(1 + vetter * 3 + (Math.floor(turn / memberIds.length) % 3)).padStart(2, '0');
  const memberId = memberIds[turn % memberIds.length] ?? '';
  return { ...filing(), memberId, startedAt: `${vetted_month}-${day}T00:00:00Z` };
}
