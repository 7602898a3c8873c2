import type { AuthorizationView } from '../../../../schema/api/authorization-view.ts';
import type {
  Authorization,
  AuthorizationLine,
} from '../../../../schema/domain/authorizations/authorization.ts';
import { forFacility } from '../../../../schema/domain/authorizations/for-facility.ts';
import type { Moment } from '../../../../schema/domain/dates.ts';
import type { Principal } from '../../../../schema/domain/permissions.ts';
import type { AuthorizationWithOrigin } from '../../../queries/authorizations-of.ts';
import { isClinical, viewOfAttachment } from '../claims/view-of-claim.ts';
import { viewOfFinding } from '../view-of-judgement.ts';

const iso = (at: Moment): string => new Date(at).toISOString();
const isoOrNull = (at: Moment | null): string | null => (at === null ? null : iso(at));
/** What is left out of what a facility sees is an empty name. */
const named = (by: string): string | null => (by === '' ? null : by);

/** What claims can still draw; of what was given back nothing. */
function leftOf(
  { approvedQuantity, approved, usedQuantity, used }: AuthorizationLine,
  state: Authorization['state'],
) {
  if (!approvedQuantity || approved === null) return null;
  if (state === 'CANCELLED') return { quantity: 0, amount: 0 };
  return {
    quantity: Math.max(0, approvedQuantity - usedQuantity),
    amount: Math.max(0, approved - used),
  };
}

function viewOfLine(
  line: AuthorizationLine,
  { currency, state }: Pick<Authorization, 'currency' | 'state'>,
): AuthorizationView['lines'][number] {
  const { judged, service, name, quantity, unitPrice, requested, approvedQuantity, approved, reasons } = line;
  return {
    line: line.line,
    service,
    name,
    quantity,
    unitPrice,
    requested,
    recommended: judged && { quantity: judged.approvedQuantity, approved: judged.approved },
    findings: (judged?.findings ?? []).map((finding) => viewOfFinding(finding, currency)),
    approvedQuantity,
    approved,
    reasons,
    left: leftOf(line, state),
  };
}

/** A request in the API's words: to a facility nothing of risk, holds, proposals, alerts, or who of the staff decided. */
export function viewOfAuthorization(
  { authorization, facilityExternalId, enrolleeExternalId }: AuthorizationWithOrigin,
  reader: Principal,
): AuthorizationView {
  const one = reader.organisation.kind === 'facility' ? forFacility(authorization) : authorization;
  const clinical = isClinical(reader);
  return {
    number: one.number,
    externalId: one.externalId,
    state: one.state,
    version: one.version,
    facilityExternalId,
    facilityName: one.facilityName,
    memberId: one.memberId,
    enrolleeExternalId,
    enrolleeName: one.enrolleeName,
    encounterType: one.encounterType,
    urgency: one.urgency,
    serviceDate: one.serviceDate,
    happenedAt: isoOrNull(one.happenedAt),
    practitionerName: one.practitionerName,
    diagnoses: clinical ? one.diagnoses : null,
    referral: one.referral,
    currency: one.currency,
    requested: one.requested,
    approved: one.approved,
    lines: one.lines.map((line) => viewOfLine(line, one)),
    requestedAt: iso(one.requestedAt),
    dueAt: isoOrNull(one.dueAt),
    clockStands: one.queriedAt !== null,
    breachReference: one.breach?.reference ?? null,
    decidedAt: isoOrNull(one.decidedAt),
    rule: one.rule,
    code: one.code,
    validFrom: one.validFrom,
    validTo: one.validTo,
    admission: one.admission,
    reasons: one.reasons,
    wanted: one.wanted,
    attachments: one.attachments.map(viewOfAttachment),
    conversation: clinical
      ? one.conversation.map(({ at, from, by, kind, text }) => ({
          at: iso(at),
          from,
          by: named(by),
          kind,
          text,
        }))
      : null,
    appeals: one.appeals.map(({ n, state, at, dueAt, decided, attachments }) => ({
      n,
      state,
      at: iso(at),
      dueAt: iso(dueAt),
      decidedAt: isoOrNull(decided?.at ?? null),
      reasons: decided?.reasons ?? [],
      attachments: attachments.map(viewOfAttachment),
    })),
    history: one.history.map(({ at, what, by }) => ({ at: iso(at), what, by: named(by) })),
  };
}
