import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import type { GrantFacts } from '../../../../schema/domain/authorizations/decide.ts';
import type { Decider } from '../../../../schema/domain/claims/deciding.ts';
import { seededReasonCodes } from '../../../../schema/domain/claims/reason-codes.ts';
import type { WorldOfOne } from './a-case.ts';

/** Ada decides on 26 May 2026. */
export const ada: Decider = { at: Date.UTC(2026, 4, 26, 9), id: 'ada', name: 'Ada Obi' };
export const reasons = new Map(seededReasonCodes.map((reason) => [reason.code, reason]));
export const code = 'TST-PA-260526-ABCDEF';

/** What a grant is decided with in a case: the very engine. */
export const factsOf = ({ claim, facts }: WorldOfOne, own: Partial<GrantFacts> = {}): GrantFacts => ({
  reasons,
  judgement: judge(claim, facts),
  rejudge: (decided) => judge(claim, facts, decided),
  mustName: false,
  code,
  isDaily: (service) => facts.services.get(service)?.unit === 'day',
  today: '2026-05-26',
  validDays: 14,
  filingWindowDays: 90,
  coverUntil: null,
  ...own,
});
