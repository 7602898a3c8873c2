import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import type { Asked } from '../judging/asked.ts';
import type { Case } from '../judging/judge-claim.ts';
import type { TenantMemory } from '../memory.ts';
import { scoreRequest } from '../scoring/score-request.ts';
import { answerByRule } from './answer-by-rule.ts';
import { askEnrollee } from './ask-enrollee.ts';
import { ofDeniedVisit } from './of-denied-visit.ts';

/** What becomes of a request in the very command that files it. */
export interface FilingStep {
  /** what it looks at beside what judging does; asked again after each load */
  wants(memory: TenantMemory, asked: Asked): Want[];
  /** the request as it is then; `judged` is how the engine was asked */
  apply(request: Authorization, judged: Case, context: TenantContext): Authorization;
}

/** In this order: the enrollee is asked, it is scored, a check-in that was denied holds it, a rule may answer it. */
export const filingSteps: readonly FilingStep[] = [askEnrollee, scoreRequest, ofDeniedVisit, answerByRule];
