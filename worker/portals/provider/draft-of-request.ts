import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { localTime } from '../../../schema/domain/dates.ts';
import { formatMoney } from '../../../schema/domain/money.ts';
import type { DraftBody } from '../../../schema/forms/draft.ts';

/** The lines that a code has something left of, each naming it; under a breach reference all that was asked. */
function linesOf({ lines, code, currency }: Authorization, named: string): DraftBody['lines'] {
  return lines.flatMap(({ service, quantity, approvedQuantity, usedQuantity, unitPrice }) => {
    const left = (named === code ? (approvedQuantity ?? 0) : quantity) - usedQuantity;
    if (left <= 0) return [];
    const price = formatMoney(unitPrice, currency);
    return [{ service, quantity: String(left), unitPrice: price, serviceDate: '', authorization: named }];
  });
}

/** What the draft of a claim for what was granted begins with; null: there is nothing that it could name. */
export function draftOfRequest(
  authorization: Authorization,
  { id: tenantId, zone }: { id: string; zone: string },
  birthDate: string,
): Partial<DraftBody> | null {
  const { code, breach, memberId, encounterType, happenedAt, practitionerName, diagnoses, referral } =
    authorization;
  const named = code ?? breach?.reference ?? null;
  if (named === null) return null;
  return {
    tenantId,
    memberId,
    birthDate,
    encounterType,
    // When care that was asked for beforehand began is not known.
    startedAt: happenedAt === null ? '' : localTime(zone, happenedAt).slice(0, 16),
    practitionerName: practitionerName ?? '',
    referral: referral ?? '',
    diagnoses: diagnoses.map((each) => ({ code: each.code })),
    lines: linesOf(authorization, named),
  };
}
