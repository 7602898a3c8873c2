import type { Context } from 'hono';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import { type AnswerQuery, answerQueryForm } from '../../../schema/forms/decide-claim.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';
import type { AnswerEntry } from '../../../views/provider/answer-card.tsx';
import { isBlank } from '../../../views/provider/draft-total.ts';
import type { EntryView } from '../../../views/provider/draft-view.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { freshId } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { tenantDatabase } from '../../queries/database.ts';
import { pricesOn } from '../../queries/prices-on.ts';
import { servicesByCode } from '../../queries/services-by-code.ts';
import { formErrors } from '../form-errors.ts';
import { inPlainWords, lineInput, renumbered } from './draft-claim.ts';
import { searchOf } from './draft-view.ts';

/** What was typed into the form of an answer. */
export interface AnswerTyped {
  text: string;
  lines: DraftBody['lines'];
}

/** A claim's lines as the form begins with them. */
const linesOf = (claim: Claim): DraftBody['lines'] =>
  claim.lines.map(({ line, service, quantity, unitPrice, serviceDate, authorization }) => ({
    line: String(line),
    service,
    quantity: String(quantity),
    unitPrice: formatMoney(unitPrice, claim.currency),
    serviceDate: serviceDate === claim.serviceDate ? '' : serviceDate,
    ...(authorization === null ? {} : { authorization }),
  }));

/** The places of the lines that are sent: what was left blank is not. */
const sentAt = (lines: DraftBody['lines']): number[] =>
  lines.flatMap((line, index) => (isBlank(line) ? [] : [index]));

/** Errors of the lines that were sent, by the rows of the page. */
export const byRows = (errors: FormErrors, { lines }: AnswerTyped): FormErrors =>
  inPlainWords(renumbered(errors, sentAt(lines), []));

/** An answer as the command that it is, or what is wrong in which field; `withLines`: the form had lines to correct. */
export function answerOf(
  number: string,
  typed: AnswerTyped,
  withLines: boolean,
): { input: AnswerQuery } | { errors: FormErrors } {
  const lines = sentAt(typed.lines).flatMap((index) => typed.lines[index] ?? []);
  const inputs = lines.map((line) => ({
    ...lineInput(line),
    ...(line.line === undefined ? {} : { line: Number(line.line) }),
  }));
  const total = inputs.reduce((sum, line) => sum + (line.quantity ?? 0) * (line.unitPrice ?? 0), 0);
  const corrected = withLines ? { lines: inputs, total } : {};
  const parsed = answerQueryForm.safeParse({ number, answer: typed.text, ...corrected });
  return parsed.success ? { input: parsed.data } : { errors: byRows(formErrors(parsed.error), typed) };
}

/** What an answer is entered with: what its services mean, and cost. */
export async function answerEntry(
  c: Context<AppEnv>,
  tenant: { id: string },
  claim: Claim,
  said: { typed?: AnswerTyped; errors?: FormErrors; found?: EntryView['found'] },
): Promise<AnswerEntry> {
  const db = tenantDatabase(c.env, tenant.id);
  const { typed = { text: '', lines: linesOf(claim) }, errors = {}, found = null } = said;
  const codes = [...new Set(typed.lines.map(({ service }) => service.trim()).filter(Boolean))];
  const [services, prices] = await Promise.all([
    servicesByCode(db, codes),
    pricesOn(db, c.var.organisation.id, codes, claim.serviceDate),
  ]);
  const meanings = Object.fromEntries(services.map(({ code, name }) => [code, name]));
  const { currency } = claim;
  const untouched = JSON.stringify(typed.lines) === JSON.stringify(linesOf(claim));
  return {
    commandId: freshId(),
    ...typed,
    corrects: !untouched,
    view: { errors, meanings, prices, currency, assessment: null, found, search: searchOf(tenant.id) },
  };
}
