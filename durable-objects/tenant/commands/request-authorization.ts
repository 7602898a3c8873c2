import { placeKey } from '../../../schema/domain/attachments/stored-file.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { filingSteps } from '../authorizing/at-filing.ts';
import { filedRequest, requestWants } from '../authorizing/filing-request.ts';
import { takeFiles } from '../files/filing-files.ts';
import type { TenantHandler } from '../handler.ts';
import { askedOfFiledRequest } from '../judging/asked-of-request.ts';
import { type Case, caseOf, judgeCase } from '../judging/judge-claim.ts';
import { changedAuthorization, sealedOf } from '../on-authorization.ts';

/** The request with what the engine recommends of each line, as of a claim. */
function judged(request: Authorization, asked: Case): Authorization {
  const { lines } = judgeCase(asked);
  return { ...request, lines: request.lines.map((line, i) => ({ ...line, judged: lines[i] ?? null })) };
}

const newsOf = ({ state }: Authorization) => {
  if (state === 'APPROVED') return 'authorization-approved' as const;
  return state === 'PARTIALLY_APPROVED' ? 'authorization-reduced' : 'authorization-requested';
};

/** Those who may decide are told; and that somebody has to ring, where the enrollee is asked and nothing else reaches them. */
function noticeOf({ state, number, alert, facilityName: facility, requested, currency }: Authorization) {
  const rings = alert?.channels.includes('call') === true;
  if (state !== 'REQUESTED' && !rings) return {};
  const kind = rings ? 'authorization-ring' : 'authorization-requested';
  const data = { facility, requested, currency };
  return { notice: { kind, audience: 'authorization.decide' as const, subject: number, data } };
}

/** → REQUESTED, its clock running; answered at once where a rule says so. Those who may decide are told. */
export const requestAuthorization: TenantHandler<'RequestAuthorization'> = {
  wants: requestWants,
  decide: (input, context) => {
    const { memory, at } = context;
    const filed = filedRequest(input, memory.authorizationIds.next(), context);
    if (isRefusal(filed)) return filed;
    const asked = caseOf(memory, askedOfFiledRequest(filed), at);
    const request = filingSteps.reduce((so, step) => step.apply(so, asked, context), judged(filed, asked));
    takeFiles(memory, placeKey({ kind: 'authorization', id: request.id }), request.attachments);
    const changed = changedAuthorization(null, request, newsOf(request), context);
    const { diagnoses, practitionerName, enrolleeName } = request;
    return {
      ...changed,
      data: { ...changed.data, enrollee: request.enrolleeId, urgency: request.urgency },
      sealed: sealedOf(
        request,
        {
          diagnoses,
          practitionerName,
          enrolleeName,
          ...(input.notes === undefined ? {} : { text: input.notes }),
        },
        context,
      ),
      ...noticeOf(request),
    };
  },
};
