import type { Refusal } from '../../../schema/domain/refusal.ts';
import type { FormErrors } from '../../../views/ui/form.tsx';
import { refusalErrors } from '../form-errors.ts';
import type { DecisionCommand } from './decision-command.ts';

const fields: Readonly<Record<string, string>> = {
  approvedQuantity: 'quantity',
  approved: 'amount',
  reasons: 'reason',
};

/** What an actor says of the lines that were sent, by the fields of the page, which go by the lines' own numbers. */
export function decisionErrors(refusal: Refusal, { type, input }: DecisionCommand): FormErrors {
  const decided = type === 'ApproveClaim' ? (input.lines ?? []) : [];
  const named = Object.entries(refusalErrors(refusal)).map(([field, message]) => {
    const [, nth, part = ''] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const line = decided[Number(nth)]?.line;
    return [line === undefined ? field : `lines.${line}.${fields[part] ?? part}`, message];
  });
  return Object.fromEntries(named);
}
