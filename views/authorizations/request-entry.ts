import type { DraftBody } from '../../schema/forms/draft.ts';

/** What a request says beyond what a claim says, as typed. */
export interface RequestTyped {
  urgency: string;
  /** the planned day */
  serviceDate: string;
  /** when care began, of an emergency that is filed afterwards */
  happenedAt: string;
  notes: string;
  /** who rang, and when, where the tenant's own people file it */
  caller: string;
  calledAt: string;
}

/** A request as typed: shown again, unchanged, when it is refused. */
export interface RequestEntry {
  /** what a claim says as well */
  body: DraftBody;
  typed: RequestTyped;
}
