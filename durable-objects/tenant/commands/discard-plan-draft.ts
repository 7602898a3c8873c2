import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { nameOf } from './name-of.ts';
import { staleDraft } from './plan-facts.ts';

/** Throws a draft away; the published versions stay as they are. */
export const discardPlanDraft: TenantHandler<'DiscardPlanDraft'> = {
  wants: (memory, { code }) => [{ shelf: memory.planDrafts, key: code }],
  decide: ({ code, revision: seen }, context) => {
    const { memory, at } = context;
    const draft = memory.planDrafts.get(code);
    if (!draft) return refuse('not_found', `There is no draft of a plan ${code}.`);
    if (draft.revision !== seen) return staleDraft(draft);
    if (!draft.rules) return refuse('wrong_state', 'There is no draft of this plan to discard.');
    const revision = draft.revision + 1;
    memory.planDrafts.put({ ...draft, revision, rules: null, savedAt: at, savedBy: nameOf(context) });
    return {
      outcome: { code, revision },
      subject: `plan:${code}`,
      data: { plan: code, revision },
      did: {},
    };
  },
};
