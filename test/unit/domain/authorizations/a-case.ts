import type { ClaimInQuestion, Facts } from '../../../../schema/domain/adjudication/facts.ts';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import type {
  Authorization,
  AuthorizationLine,
} from '../../../../schema/domain/authorizations/authorization.ts';
import { claimOf, factsOf, type Given } from '../adjudication/case.ts';
import { lineOf, requestOf } from './sample.ts';

/** What is asked for: services of the plan GOLD, each with a benefit of its own code, at 1,000 each unless said otherwise. */
export interface AskedFor {
  service: string;
  quantity?: number;
  unitPrice?: number;
}

export interface WorldOfOne {
  request: Authorization;
  claim: ClaimInQuestion;
  facts: Facts;
}

/** A request of 1 June 2026 with the facts it is judged by; `BED` is a service billed per day. */
export function aCase(
  given: Given,
  asked: readonly AskedFor[],
  own: Partial<Authorization> = {},
  encounterType: ClaimInQuestion['encounterType'] = 'outpatient',
): WorldOfOne {
  const services = { BED: { unit: 'day' as const }, ...given.services };
  const facts = factsOf(
    { ...given, services },
    asked.map(({ service }) => service),
  );
  const claim = claimOf({ id: null, encounterType, lines: asked.map((each) => ({ ...each })) });
  const lines = claim.lines.map(
    ({ line, service, quantity, unitPrice, claimed, price }): AuthorizationLine =>
      lineOf({ line, service, name: service, quantity, unitPrice, requested: claimed, price }),
  );
  const { lines: judged } = judge(claim, facts);
  const request = requestOf({
    lines: lines.map((line, i) => ({ ...line, judged: judged[i] ?? null })),
    enrolleeId: 'ada',
    encounterType,
    serviceDate: '2026-06-01',
    requested: claim.lines.reduce((so, { claimed }) => so + claimed, 0),
    ...own,
  });
  return { request, claim, facts };
}

/** The request granted as asked or, by line, in part; nothing is reserved yet. */
export const granted = (
  request: Authorization,
  parts: readonly { approvedQuantity: number; approved: number }[] = [],
  code = 'TST-PA-260601-ABCDEF',
): Authorization => ({
  ...request,
  state: 'APPROVED',
  code,
  lines: request.lines.map((line, i) => ({
    ...line,
    approvedQuantity: parts[i]?.approvedQuantity ?? line.quantity,
    approved: parts[i]?.approved ?? line.requested,
  })),
});
