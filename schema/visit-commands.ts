import type { VisitState } from './domain/visits/visit.ts';
import type { AnswerVisit, CheckIn, PutCardDevice } from './forms/visits.ts';

/** What a tenant's actor takes of check-ins and of the cards that are shown at them. */
export interface VisitCommands {
  CheckIn: { input: CheckIn; outcome: { number: string; again: boolean } };
  AnswerVisit: { input: AnswerVisit; outcome: { number: string; state: VisitState } };
  PutCardDevice: { input: PutCardDevice; outcome: { deviceId: string } };
}
