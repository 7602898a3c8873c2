import type { Authorization } from '../../../../schema/domain/authorizations/authorization.ts';

/**
 * A request as its facility may see it: nothing of what its insurer suspects, holds, proposes among itself or asked the
 * enrollee, and nothing of who of the insurer's people did what. It is taken out here, so that no page can show it.
 */
export function forFacility(one: Authorization): Authorization {
  return {
    ...one,
    risk: 0,
    flags: [],
    holds: [],
    proposal: null,
    alert: null,
    decidedBy: null,
    entered: one.entered && { ...one.entered, by: '' },
    lines: one.lines.map((line) => ({ ...line, override: null })),
    attachments: one.attachments.filter(({ from }) => from === 'facility'),
    conversation: one.conversation.map((said) => (said.from === 'tenant' ? { ...said, by: '' } : said)),
    appeals: one.appeals.map(({ decided, ...appeal }) => ({
      ...appeal,
      against: null,
      decided: decided && { ...decided, by: '', name: '' },
    })),
  };
}
