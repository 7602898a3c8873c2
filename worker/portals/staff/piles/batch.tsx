import type { Context } from 'hono';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import { type Batch, batchVerbs } from '../../../../schema/domain/piles/batch.ts';
import { type PileKey, pileTopic } from '../../../../schema/domain/piles/pile.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { decideBatchForm, prepareBatchForm } from '../../../../schema/forms/piles.ts';
import type { BatchEntry } from '../../../../views/hmo/piles/batch-form.tsx';
import { BatchPage } from '../../../../views/hmo/piles/batch-page.tsx';
import { paths } from '../../../../views/paths.ts';
import type { FormErrors } from '../../../../views/ui/form.tsx';
import { answer, statusOf } from '../../../answer.ts';
import { command, freshId, readForm, type SentForm, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { batchById } from '../../../queries/batch-by-id.ts';
import { claimsById } from '../../../queries/claims-by-id.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { pilesByKey } from '../../../queries/piles-page.ts';
import { tenantReasonCodes } from '../../../queries/reason-codes.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors, refusalErrors } from '../../form-errors.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { noSuchPile, pileAsked, showPileAt } from './pile.tsx';

const page_rows = 50;
const nothing: BatchEntry = { verb: '', reasons: [], sentence: '' };
const noSuchBatch = () => refuse('not_found', 'There is no such batch in this pile.');

type Status = Parameters<typeof render>[2];

/** What a batch's page is shown again with. */
interface BatchSaid {
  entry?: BatchEntry;
  errors?: FormErrors;
  refusal?: string;
  after?: string;
}

/** What was skipped comes first: that is what somebody still has to look at. */
function inOrder({ items, results }: Batch) {
  const became = new Map(results.map((result) => [result.number, result]));
  const rank = (number: string) =>
    ['skipped', 'proposed', 'decided'].indexOf(became.get(number)?.became ?? 'decided');
  return [...items]
    .sort((a, b) => rank(a.number) - rank(b.number))
    .map((item) => ({ ...item, result: became.get(item.number) ?? null }));
}

function verbsOf({ may }: StaffDesk) {
  if (!may('pile.batch_decide')) return [];
  return batchVerbs.filter((verb) => may(`claim.${verb}`));
}

async function showBatchOf(
  c: Context<AppEnv>,
  pile: PileKey,
  id: string,
  { entry = nothing, errors = {}, refusal, after = '' }: BatchSaid = {},
  status?: Status,
): Promise<Response> {
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const desk = await openDesk(c);
  const [batch, [found], reasons] = await Promise.all([
    batchById(db, pile, id),
    pilesByKey(db, [pile]),
    tenantReasonCodes(db),
  ]);
  if (!batch || !found) return answer(c, noSuchBatch());
  const all = inOrder(batch);
  const from = /^\d{1,3}$/.test(after) ? Number(after) : 0;
  const shown = all.slice(from, from + page_rows);
  const rows = await claimsById(
    db,
    shown.map((item) => item.id),
  );
  const names = new Map(rows.map((row) => [row.id, row.enrolleeName]));
  const verbs = verbsOf(desk);
  const { facilityName, facilityId: _facility, month: _month, ...figures } = found;
  const content = (
    <BatchPage
      {...{ slug: desk.slug, batch, facilityName, figures }}
      currency={desk.settings.currency}
      rows={shown.map((item) => ({ ...item, enrolleeName: names.get(item.id) ?? '' }))}
      after={from === 0 ? '' : after}
      next={from + page_rows < all.length ? String(from + page_rows) : null}
      form={
        batch.state === 'PREPARED' && verbs.length > 0
          ? { commandId: freshId(), verbs, reasons: reasons.filter(({ active }) => active), entry, errors }
          : null
      }
      refusal={refusal ?? null}
      risk={desk.may('risk.view')}
    />
  );
  const page = { title: 'Batch', nav: 'piles', see: [pileTopic(pile)], seq: desk.counts.seq };
  return render(c, staffView(c, desk, page, content), status);
}

/** `GET …/batches/<id>`: claims to be decided together, or what became of them. */
export async function showBatch(c: Context<AppEnv>): Promise<Response> {
  const pile = pileAsked(c);
  if (!pile) return answer(c, noSuchPile());
  return showBatchOf(c, pile, c.req.param('batch') ?? '', { after: c.req.query('after') ?? '' });
}

/** `POST …/batches`: puts ticked claims together, or all that are clean, each judged as it stands. Nothing is taken yet. */
export async function prepareBatch(c: Context<AppEnv>): Promise<Response> {
  const pile = pileAsked(c);
  if (!pile) return answer(c, noSuchPile());
  const form = await readForm(c);
  const to = paths.staff(c.var.organisation.slug ?? '');
  const ticked = [...new Set(form.all('claims'))];
  const input = form.get('what') === 'clean' ? pile : { ...pile, numbers: ticked };
  const back = form.get('back').startsWith(`${to.pile(pile)}?`) ? form.get('back') : to.pile(pile);
  const again = (refusal: string, status: Status) => showPileAt(c, pile, back, { refusal, ticked }, status);
  const parsed = prepareBatchForm.safeParse(input);
  if (!parsed.success) return again(Object.values(formErrors(parsed.error))[0] ?? '', 422);
  const answered = await executeOn(
    tenantActor(c),
    command(c, form.commandId, { type: 'PrepareBatch', input: parsed.data }),
  );
  if (isRefusal(answered)) return again(answered.message, statusOf(answered));
  const { batchId } = answered.outcome;
  return arriveAt(c, to.batch(pile, batchId), () => showBatchOf(c, pile, batchId));
}

const readEntry = (form: SentForm): BatchEntry => ({
  verb: batchVerbs.find((verb) => verb === form.get('verb')) ?? '',
  reasons: [form.get('reasons.0'), form.get('reasons.1')],
  sentence: form.get('sentence'),
});

/** The errors of a list of reasons, by the fields that they were chosen in. */
function withReasonField({ reasons, ...errors }: FormErrors): FormErrors {
  return reasons === undefined ? errors : { 'reasons.0': reasons, ...errors };
}

/** `POST …/batches/<id>/decisions`: decides every claim, each by its own rules; then the page says what became of them. */
export async function decideBatch(c: Context<AppEnv>): Promise<Response> {
  const pile = pileAsked(c);
  if (!pile) return answer(c, noSuchPile());
  const form = await readForm(c);
  const id = c.req.param('batch') ?? '';
  const db = tenantDatabase(c.env, c.var.organisation.id);
  if ((await batchById(db, pile, id)) === null) return answer(c, noSuchBatch());
  const entry = readEntry(form);
  if (entry.verb === '') {
    const errors = { verb: 'Choose to approve or reject.' };
    return showBatchOf(c, pile, id, { entry, errors }, 422);
  }
  const { verb, sentence } = entry;
  const reasons = [...new Set(entry.reasons.filter(Boolean))];
  const parsed = decideBatchForm.safeParse(
    verb === 'approve' ? { batchId: id, verb } : { batchId: id, verb, reasons, sentence },
  );
  if (!parsed.success)
    return showBatchOf(c, pile, id, { entry, errors: withReasonField(formErrors(parsed.error)) }, 422);
  const envelope = command(c, form.commandId, { type: 'DecideBatch' as const, input: parsed.data });
  const batch = await tenantActor(c).decideBatch(envelope);
  if (!isRefusal(batch))
    return arriveAt(c, paths.staff(c.var.organisation.slug ?? '').batch(pile, id), () =>
      showBatchOf(c, pile, id),
    );
  const said =
    batch.code === 'invalid' ? { errors: withReasonField(refusalErrors(batch)) } : { refusal: batch.message };
  return showBatchOf(c, pile, id, { entry, ...said }, statusOf(batch));
}
