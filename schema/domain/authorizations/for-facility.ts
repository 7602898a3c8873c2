import type { Authorization } from './authorization.ts';
import type { AuthorizationStep } from './parts.ts';

/** Steps that are the insurer's own business. */
const inner: ReadonlySet<AuthorizationStep['what']> = new Set([
  'proposed',
  'due soon',
  'confirmed by the enrollee',
  'denied by the enrollee',
  'held',
  'let go',
]);

/** Steps that a facility takes itself: of these it sees who took them. */
const own: ReadonlySet<AuthorizationStep['what']> = new Set(['answered', 'appealed']);

function historyOf({ history, entered }: Authorization): AuthorizationStep[] {
  const isOwn = ({ what }: AuthorizationStep) => own.has(what) || (what === 'requested' && entered === null);
  return history
    .filter(({ what }) => !inner.has(what))
    .map((step) => (isOwn(step) ? step : { ...step, by: '' }));
}

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
    history: historyOf(one),
    appeals: one.appeals.map(({ decided, ...appeal }) => ({
      ...appeal,
      against: null,
      decided: decided && { ...decided, by: '', name: '' },
    })),
  };
}
