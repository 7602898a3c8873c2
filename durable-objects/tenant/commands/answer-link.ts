import { answerLink as answer } from '../../../schema/domain/network/steps.ts';
import type { TenantHandler } from '../handler.ts';
import { linkWants, stepLink } from '../on-link.ts';

/** The side that was asked accepts or declines; the side that asked may take it back. */
export const answerLink: TenantHandler<'AnswerLink'> = {
  wants: linkWants,
  decide: ({ facilityId, ...input }, context) =>
    stepLink(
      facilityId,
      (link, decider) => answer(link, input, decider),
      ({ state }) => (state === 'APPROVED' ? 'link-approved' : 'link-declined'),
      context,
    ),
};
