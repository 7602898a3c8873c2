import { placeKey } from '../../../schema/domain/attachments/stored-file.ts';
import { appealAgainst } from '../../../schema/domain/authorizations/appealing.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { isRefusal, refuse } from '../../../schema/domain/refusal.ts';
import { stepRequest } from '../authorizing/step-request.ts';
import { deciderOf } from '../decider.ts';
import { filesFiled, filingFileWants, takeFiles } from '../files/filing-files.ts';
import { folderWants } from '../files/places.ts';
import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';
import { authorizationWants, peekAuthorization } from '../on-authorization.ts';

const placeOf = ({ id }: Authorization) => placeKey({ kind: 'authorization', id });

/** A rejection or a reduction is appealed by the request's facility, with text and files: those who decide appeals are told. */
export const appealAuthorization: TenantHandler<'AppealAuthorization'> = {
  wants: (memory, input, principal) => {
    const found = peekAuthorization(memory, input.number);
    return [
      ...authorizationWants(memory, input.number),
      ...filingFileWants(memory, input, principal),
      ...(found ? folderWants(memory, placeOf(found)) : []),
    ];
  },
  decide: (input, context) => {
    const { memory, principal, at } = context;
    const settings = memory.settings.get(only);
    if (!settings) return refuse('not_found', 'There is no such insurer.');
    const { attachments, fileErrors } = filesFiled(memory, input, principal, at);
    const [fault] = fileErrors;
    const terms = { appealDays: settings.authorizations.appealDays, zone: settings.calendar.zone };
    const taken = stepRequest(
      {
        number: input.number,
        step: (request) => {
          const objection = { text: input.text, attachments };
          const appealed = appealAgainst(request, objection, deciderOf(context), terms);
          return fault && !isRefusal(appealed) ? refuse('invalid', fault.message, fileErrors) : appealed;
        },
        news: 'authorization-appealed',
        text: input.text,
        notice: { kind: 'authorization-appealed', audience: 'authorization.appeal_decide' },
      },
      context,
    );
    const [request] = isRefusal(taken) ? [] : (taken.did.authorizations ?? []);
    if (request) takeFiles(memory, placeOf(request), attachments);
    return taken;
  },
};
