import { type AttachmentRules, missingKinds, noAttachmentRules, wantedKinds } from '../attachments/wanted.ts';
import { dateIn } from '../dates.ts';
import { claimNumber } from '../ids.ts';
import type { Contracted } from '../network/standing.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import type { Attachment } from './attachment.ts';
import { type Claim, type ClaimLine, plainClaim } from './claim.ts';
import type { Decider } from './deciding.ts';
import { checkIntake, type IntakeFacts } from './intake.ts';
import { claimLine, groupsOf, type LineFacts } from './lines.ts';
import { type Clock, dueAtOf, type Ranking, ranked } from './rank.ts';
import type { Submission } from './submission.ts';

/** What filing a claim needs to know beyond the form. */
export interface FilingFacts
  extends Omit<IntakeFacts, 'at' | 'link' | 'enrollee' | 'services'>,
    Clock,
    Ranking,
    LineFacts {
  /** the files it comes with, and what is wrong with those it names */
  attachments?: Attachment[];
  fileErrors?: FieldError[];
  attachmentRules?: AttachmentRules;
  /** the tenant's running number for it */
  id: number;
  receivesAutomatically: boolean;
  link: ({ facilityId: string; name: string } & Contracted) | null;
  enrollee: {
    id: string;
    memberId: string;
    clientCode: string;
    firstName: string;
    lastName: string;
    birthDate: string;
  } | null;
  /** the plan the person is on, on a day */
  planOn: (day: string) => string | null;
  /** names of the diagnoses by code, where they are known */
  diagnoses: ReadonlyMap<string, string>;
  /** whether the tenant's own people enter it, on the facility's behalf */
  isEntry?: boolean;
}

function linesOf(form: Submission, facts: FilingFacts): ClaimLine[] {
  const firstDay = dateIn(facts.zone, Date.parse(form.startedAt));
  return form.lines.map((line, i) => claimLine(i + 1, line, firstDay, facts));
}

/** The files that the tenant wants with such a claim, and that are not there. */
function missingOf(form: Submission, { services, attachments = [], attachmentRules }: FilingFacts): string[] {
  const lines = form.lines.map(({ service, quantity, unitPrice }) => ({
    group: services.get(service)?.group ?? '',
    claimed: quantity * unitPrice,
  }));
  return missingKinds(wantedKinds(lines, attachmentRules ?? noAttachmentRules), attachments);
}

/** What intake says of them: reason 252 where the tenant refuses without, and files that there are not. */
function fileObjections(missing: string[], { fileErrors = [], attachmentRules }: FilingFacts): FieldError[] {
  const refused = attachmentRules?.refuses ? missing : [];
  const wanted = refused.map((kind) => ({
    field: 'attachments',
    reason: '252',
    message: `${kind} is wanted with this claim: attach it, and say that it is that.`,
  }));
  return [...fileErrors, ...wanted];
}

/**
 * A claim is filed: its number is issued, and where the tenant receives by itself it is RECEIVED at once, with its due
 * moment. Refused with every objection of intake; a refusal makes no claim.
 */
export function submit(form: Submission, decider: Decider, facts: FilingFacts): Claim | Refusal {
  const { attachments = [] } = facts;
  const wanted = missingOf(form, facts);
  const errors = [...checkIntake(form, { ...facts, at: decider.at }), ...fileObjections(wanted, facts)];
  const { link, enrollee } = facts;
  if (errors.length > 0 || !link || !enrollee)
    return refuse('invalid', errors[0]?.message ?? 'The claim cannot be filed.', errors);
  const startedAt = Date.parse(form.startedAt);
  const endedAt = form.endedAt === undefined ? startedAt : Date.parse(form.endedAt);
  const dueAt = facts.receivesAutomatically ? dueAtOf(decider.at, facts) : null;
  const step = (state: 'SUBMITTED' | 'RECEIVED', by: string) => ({ at: decider.at, state, by });
  const claim: Claim = {
    ...plainClaim,
    serviceGroups: groupsOf(form.lines, facts),
    attachments,
    wanted,
    id: facts.id,
    number: claimNumber(facts.id, Number(dateIn(facts.zone, decider.at).slice(0, 4))),
    externalId: form.externalId ?? null,
    state: facts.receivesAutomatically ? 'RECEIVED' : 'SUBMITTED',
    version: 1,
    outcome: null,
    facilityId: link.facilityId,
    facilityName: link.name,
    enrolleeId: enrollee.id,
    memberId: enrollee.memberId,
    enrolleeName: `${enrollee.firstName} ${enrollee.lastName}`,
    clientCode: enrollee.clientCode,
    planCode: facts.planOn(dateIn(facts.zone, startedAt)),
    risk: 0,
    practitionerName: form.practitionerName,
    practitionerLicence: form.practitionerLicence ?? null,
    encounterType: form.encounterType,
    encounterId: form.encounterId ?? null,
    startedAt,
    endedAt,
    serviceDate: dateIn(facts.zone, startedAt),
    billingMonth: dateIn(facts.zone, endedAt).slice(0, 7),
    accident: form.accident,
    otherPayer: form.otherPayer ?? null,
    referral: form.referral ?? null,
    diagnoses: form.diagnoses.map((each) => ({ ...each, name: facts.diagnoses.get(each.code) ?? '' })),
    currency: facts.currency,
    claimed: form.total,
    approved: null,
    lines: linesOf(form, facts),
    reasons: [],
    conversation: [],
    history: facts.receivesAutomatically
      ? [step('SUBMITTED', decider.name), step('RECEIVED', 'Vetra')]
      : [step('SUBMITTED', decider.name)],
    submittedAt: decider.at,
    submittedBy: decider.id,
    receivedAt: facts.receivesAutomatically ? decider.at : null,
    dueAt,
    queriedAt: null,
    rankAt: null,
    decidedAt: null,
    decidedBy: null,
    draftId: form.draftId ?? null,
    replaces: form.replaces ?? null,
    enteredBy: facts.isEntry ? decider.name : null,
  };
  return ranked(claim, facts);
}
