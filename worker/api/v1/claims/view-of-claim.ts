import type { AttachmentView } from '../../../../schema/api/attachment-view.ts';
import type { ClaimView } from '../../../../schema/api/claim-view.ts';
import type { Attachment } from '../../../../schema/domain/claims/attachment.ts';
import type { Claim, ClaimLine } from '../../../../schema/domain/claims/claim.ts';
import type { Moment } from '../../../../schema/domain/dates.ts';
import type { Principal } from '../../../../schema/domain/permissions.ts';
import type { ClaimWithOrigin } from '../../../queries/claim-with-origin.ts';
import { viewOfFinding } from '../view-of-judgement.ts';

const iso = (at: Moment): string => new Date(at).toISOString();
const isoOrNull = (at: Moment | null): string | null => (at === null ? null : iso(at));

/** Whether what is clinical may be read: in its own claims by a facility's key, by a tenant's with the scope for it. */
export const isClinical = ({ organisation, permissions }: Principal): boolean =>
  organisation.kind === 'facility' || permissions.includes('enrollee.view_clinical');

function viewOfLine(
  line: ClaimLine,
  currency: string,
  { organisation }: Principal,
): ClaimView['lines'][number] {
  const { judged } = line;
  const own = organisation.kind === 'tenant';
  return {
    line: line.line,
    service: line.service,
    name: line.name,
    serviceDate: line.serviceDate,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    claimed: line.claimed,
    authorization: line.authorization,
    approvedQuantity: line.approvedQuantity,
    approved: line.approved,
    reasons: line.reasons,
    enrolleeShare: line.enrolleeShare ?? null,
    facilityShare: line.facilityShare ?? null,
    recommended: own && judged ? { quantity: judged.approvedQuantity, approved: judged.approved } : null,
    findings: (judged?.findings ?? []).map((finding) => viewOfFinding(finding, currency)),
  };
}

/** A file in the API's words. */
export const viewOfAttachment = ({
  id,
  name,
  kind,
  type,
  size,
  from,
  by,
  at,
}: Attachment): AttachmentView => ({
  ...{ id, name, kind, type, size, from, by },
  at: iso(at),
});

/** The claim's ETag: its version and, since files come in between versions, its last file. */
export const etagOf = ({ version, attachments }: Claim): string => {
  const last = attachments.at(-1);
  return last === undefined ? `"${version}"` : `"${version}.${attachments.length}.${last.id}"`;
};

/** A claim in the API's words: moments as text, and none of what is the tenant's own business (rank, draft, lease). */
export function viewOfClaim(
  { claim, facilityExternalId, enrolleeExternalId }: ClaimWithOrigin,
  reader: Principal,
): ClaimView {
  const clinical = isClinical(reader);
  return {
    number: claim.number,
    externalId: claim.externalId,
    state: claim.state,
    version: claim.version,
    outcome: claim.outcome,
    facilityExternalId,
    facilityName: claim.facilityName,
    memberId: claim.memberId,
    enrolleeExternalId,
    enrolleeName: claim.enrolleeName,
    encounterType: claim.encounterType,
    encounterId: claim.encounterId,
    startedAt: iso(claim.startedAt),
    endedAt: iso(claim.endedAt),
    serviceDate: claim.serviceDate,
    billingMonth: claim.billingMonth,
    practitionerName: claim.practitionerName,
    practitionerLicence: claim.practitionerLicence,
    diagnoses: clinical ? claim.diagnoses : null,
    accident: claim.accident,
    otherPayer: claim.otherPayer,
    referral: claim.referral,
    currency: claim.currency,
    claimed: claim.claimed,
    approved: claim.approved,
    lines: claim.lines.map((line) => viewOfLine(line, claim.currency, reader)),
    corrections: claim.corrections.map(({ at, by, claimed, lines }) => ({
      at: iso(at),
      by,
      claimed,
      lines: lines.map((line) => viewOfLine(line, claim.currency, reader)),
    })),
    attachments: claim.attachments
      .filter(({ from }) => from === 'facility' || reader.organisation.kind === 'tenant')
      .map(viewOfAttachment),
    wanted: claim.wanted,
    queriedAt: isoOrNull(claim.queriedAt),
    replaces: claim.replaces,
    replacedBy: claim.replacedBy,
    enteredBy: claim.enteredBy,
    reasons: claim.reasons,
    conversation: clinical
      ? claim.conversation.map((message) => ({ ...message, at: iso(message.at) }))
      : null,
    history: claim.history.map((step) => ({ ...step, at: iso(step.at) })),
    submittedAt: iso(claim.submittedAt),
    receivedAt: isoOrNull(claim.receivedAt),
    dueAt: isoOrNull(claim.dueAt),
    decidedAt: isoOrNull(claim.decidedAt),
  };
}

/** Only the fields asked for (names with commas between them), in the order of the form; all of them if none is named. */
export function onlyFields(view: ClaimView, fields: string | undefined): Partial<ClaimView> {
  if (fields === undefined) return view;
  const wanted = new Set(fields.split(','));
  return Object.fromEntries(Object.entries(view).filter(([name]) => wanted.has(name)));
}
