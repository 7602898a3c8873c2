import { consentTexts, withConsent } from '../../../schema/domain/members/consent-texts.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { senderOf } from '../own-person.ts';

/** A covered person agrees to something, or takes it back: the text's version and the moment are kept. */
export const putConsent: TenantHandler<'PutConsent'> = {
  wants: () => [],
  decide: ({ to, given }, { memory, principal, at }) => {
    const person = senderOf(memory, principal);
    const text = consentTexts.find((each) => each.to === to);
    if (!person || !text) return refuse('not_found', 'There is nothing of this kind to agree to.');
    memory.enrollees.put({ ...person, consents: withConsent(person.consents, { to, given, at }) });
    return {
      outcome: { enrolleeId: person.id, given },
      subject: `enrollee:${person.id}`,
      data: { to, version: text.version, given },
      did: {},
    };
  },
};
