import type { Lease } from '../../../durable-objects/actor/live-event.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { possibleIn } from '../../../schema/domain/claims/life.ts';
import type { ReassignFormProps } from '../../../views/hmo/reassign-form.tsx';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { freshId } from '../../command.ts';
import { reviewers } from '../../queries/reviewers.ts';
import type { StaffDesk } from './desk.ts';

/** What a manager gives a claim away with; null: they may not, or the claim is nobody's to have now. */
export async function reassignForm(
  desk: StaffDesk,
  { number, state }: Pick<Claim, 'number' | 'state'>,
  { lease, errors = {}, back }: { lease: Lease | null; errors?: FormErrors | undefined; back: string },
): Promise<ReassignFormProps | null> {
  if (!desk.may('claim.reassign') || !possibleIn[state].includes('take')) return null;
  const people = (await reviewers(desk.db)).filter(({ accountId }) => accountId !== lease?.accountId);
  const ids = { giveId: freshId(), freeId: freshId() };
  return { slug: desk.slug, number, people, holder: lease?.name ?? null, ...ids, back, errors };
}
