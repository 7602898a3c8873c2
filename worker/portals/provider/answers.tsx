import type { Context } from 'hono';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { draftBodyForm } from '../../../schema/forms/draft.ts';
import { paths } from '../../../views/paths.ts';
import { statusOf } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { arriveAt } from '../../render.tsx';
import { refusalErrors } from '../form-errors.ts';
import { answerOf, byRows } from './answer-entry.ts';
import { askTenant } from './ask-facility.ts';
import { noSuchClaim, showClaimAt } from './claim.tsx';
import { commandIdOf, linesAfter, readDraftSent } from './draft-input.ts';
import { serviceChoices } from './search.tsx';

/** `POST …/answers`: the facility's answer to a query; or a row more or less of the lines that it corrects. */
export async function answerQuery(c: Context<AppEnv>): Promise<Response> {
  const sent = await readDraftSent(c);
  const { tenant = '', number = '' } = c.req.param();
  const text = sent.texts.get('answer') ?? '';
  const read = draftBodyForm.safeParse({ lines: linesAfter(sent) });
  const typed = { text, lines: read.success ? read.data.lines : [] };
  const { action } = sent;
  if (action.kind === 'search') {
    const row = Number(action.field.split('.')[1]);
    const choices = await serviceChoices(c, tenant, typed.lines[row]?.service ?? '');
    return showClaimAt(c, { typed, found: { field: action.field, choices } });
  }
  if (action.kind !== 'save' || sent.texts.get('go') === 'check') return showClaimAt(c, { typed });
  const answer = answerOf(number, typed, sent.texts.has('lines'));
  if ('errors' in answer) return showClaimAt(c, { typed, errors: answer.errors }, 422);
  const answered = await askTenant(c, tenant, commandIdOf(sent), {
    type: 'AnswerQuery',
    input: answer.input,
  });
  if (!isRefusal(answered)) return arriveAt(c, paths.provider.claim(tenant, number), () => showClaimAt(c));
  if (answered.code === 'not_found') return noSuchClaim(c);
  const said =
    answered.code === 'invalid'
      ? { errors: byRows(refusalErrors(answered), typed) }
      : { refusal: answered.message };
  return showClaimAt(c, { typed, ...said }, statusOf(answered));
}
