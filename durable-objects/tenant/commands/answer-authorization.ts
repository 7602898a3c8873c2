import { placeKey } from '../../../schema/domain/attachments/stored-file.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { answerRequest } from '../../../schema/domain/authorizations/query.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { stepRequest } from '../authorizing/step-request.ts';
import { deciderOf } from '../decider.ts';
import { filesFiled, filingFileWants, takeFiles } from '../files/filing-files.ts';
import { folderWants } from '../files/places.ts';
import type { TenantHandler } from '../handler.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';

const placeOf = ({ id }: Authorization) => placeKey({ kind: 'authorization', id });

/** QUERIED → REQUESTED by the request's facility, with the files that it names; those who may decide are told. */
export const answerAuthorization: TenantHandler<'AnswerAuthorization'> = {
  wants: (memory, input, principal) => {
    const request = peekAuthorization(memory, input.number);
    return [
      ...authorizationWants(memory, input.number),
      ...filingFileWants(memory, input, principal),
      ...(request ? folderWants(memory, placeOf(request)) : []),
    ];
  },
  decide: (input, context) => {
    const { memory, principal, at } = context;
    const { attachments, fileErrors } = filesFiled(memory, input, principal, at);
    const [fault] = fileErrors;
    const taken = stepRequest(
      {
        number: input.number,
        step: (request) => {
          const answered = answerRequest(request, { answer: input.answer, attachments }, deciderOf(context));
          return fault && !isRefusal(answered) ? refuse('invalid', fault.message, fileErrors) : answered;
        },
        news: 'authorization-answered',
        text: input.answer,
        notice: { kind: 'authorization-answered', audience: 'authorization.decide' },
      },
      context,
    );
    const [request] = isRefusal(taken) ? [] : (taken.did.authorizations ?? []);
    if (request) takeFiles(memory, placeOf(request), attachments);
    return taken;
  },
};
