import { env } from 'cloudflare:workers';
import { blankBenefit } from '../../../schema/domain/plans/blank-rules.ts';
import type { PutEnrollee } from '../../../schema/forms/put-enrollee.ts';
import { connect } from '../../../worker/databases/connect.ts';
import { fullCover } from '../../support/full-cover.ts';
import type { World } from './a-desk.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const family = 1_000_000;
/** The one benefit of the plan that covers everything. */
export const all = {
  ...blankBenefit('ALL', 'All care', 'other'),
  groups: fullCover.rules.benefits[0]?.groups ?? [],
};

/** ₦10,000 a plan year for a family, of everything. */
const shared = {
  ...fullCover,
  code: 'FAMILY',
  rules: {
    ...fullCover.rules,
    benefits: [{ ...all, limits: { ...all.limits, period: family, sharedBy: 'family' as const } }],
  },
};

export const person = (externalId: string, own: Partial<PutEnrollee> = {}): PutEnrollee => ({
  externalId,
  clientCode: 'INDV',
  relation: 'principal',
  firstName: 'Bola',
  lastName: 'Ade',
  birthDate: '1990-05-17',
  sex: 'female',
  coverFrom: '2020-01-01',
  plan: 'FAMILY',
  ...own,
});

/** A family of two under the shared limit. */
export async function aFamily({ send, people }: World): Promise<void> {
  done(await send(command(people.system, 'PutPlanVersion', shared)));
  done(await send(command(people.system, 'PutEnrollee', person('bola'))));
  const spouse = person('tayo', { relation: 'spouse', principalExternalId: 'bola', sex: 'male' });
  done(await send(command(people.system, 'PutEnrollee', spouse)));
}

export const claimOf = (enrolleeExternalId: string, unitPrice: number, externalId: string) => {
  const lines = [{ service: 'CONS', quantity: 1, unitPrice }];
  // each on a day of its own, so that none is another's duplicate
  const daysAgo = externalId.charCodeAt(0) - 'a'.charCodeAt(0);
  const startedAt = new Date(Date.now() - daysAgo * 86_400_000 - 3_600_000).toISOString();
  const { memberId: _, ...form } = claimForm({ lines, total: unitPrice, externalId, startedAt });
  return { ...form, enrolleeExternalId };
};

export async function filed(
  { send, people }: World,
  who: string,
  price: number,
  id: string,
): Promise<string> {
  const outcome = done(await send(command(people.facility, 'SubmitClaim', claimOf(who, price, id))));
  return 'number' in outcome ? outcome.number : '';
}

export async function inReview(world: World, who: string, price: number, id: string): Promise<string> {
  const number = await filed(world, who, price, id);
  done(await world.send(command(world.people.staff, 'TakeClaim', { number })));
  return number;
}

export const tell = async ({ people }: World, sql: string) =>
  (await connect(env, `tenant-${people.id}`).execute(sql)).rows.map((row) => ({ ...row }));

export const ledger = (world: World) =>
  tell(world, 'select kind, amount, claim_id as claim, line from ledger order by seq, n');
export const approvedOf = async (world: World, number: string) =>
  (await tell(world, `select state, approved from claims where number = '${number}'`))[0];
