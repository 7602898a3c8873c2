import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import type { GivenReason } from '../../schema/domain/claims/given-reason.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

/** How a claim stands, for the person it is about; its steps between the insurer and the facility are none of theirs. */
const states: Record<ClaimState, { words: string; tone: Tone; says: string }> = {
  SUBMITTED: { words: 'Sent', tone: 'neutral', says: 'The provider has sent it to your insurer.' },
  RECEIVED: { words: 'Sent', tone: 'neutral', says: 'Your insurer has it and will look at it.' },
  IN_REVIEW: { words: 'Being looked at', tone: 'info', says: 'Your insurer is looking at it.' },
  QUERIED: { words: 'Question asked', tone: 'info', says: 'Your insurer has asked the provider about it.' },
  RESUBMITTED: {
    words: 'Being looked at',
    tone: 'info',
    says: 'The provider has answered; your insurer looks at it.',
  },
  APPROVED: { words: 'Approved', tone: 'ok', says: 'Your insurer has approved it.' },
  REJECTED: { words: 'Not approved', tone: 'danger', says: 'Your insurer has not approved it.' },
  SETTLED: { words: 'Paid', tone: 'ok', says: 'Your insurer has paid the provider.' },
  WITHDRAWN: {
    words: 'Withdrawn',
    tone: 'neutral',
    says: 'The provider has taken it back: there is nothing to pay.',
  },
};

/** What happened to it so far, in one sentence. */
export const stateSentence = (state: ClaimState): string => states[state].says;

/** A claim's state as the person it is about is told. */
export function MyClaimBadge({ state, outcome }: Pick<Claim, 'state' | 'outcome'>) {
  const { words, tone } = states[state];
  const part = state === 'APPROVED' && outcome === 'PARTIAL';
  return (
    <Badge tone={tone} shape={part ? 'ring' : undefined}>
      {part ? 'Approved in part' : words}
    </Badge>
  );
}

/** Why, in one plain sentence for each reason code that every insurer starts with. */
const reasons: Readonly<Record<string, string>> = {
  '1': 'You pay the first part of each plan year yourself: your deductible.',
  '2': 'Your plan pays a share of this, and the rest is yours.',
  '3': 'A fixed part of each visit is yours: your co-pay.',
  '6': 'Your plan covers this service for other ages only.',
  '7': 'Your plan covers this service for the other sex only.',
  '15': 'The permission that the provider named is none.',
  '16': 'The provider has not sent everything that is needed to decide.',
  '18': 'The same service was sent twice.',
  '22': 'Another insurer or payer has to pay first.',
  '24': 'Your provider is paid for this already, by the month.',
  '26': 'Your cover had not begun on that day.',
  '27': 'Your cover had ended by that day.',
  '29': 'The provider sent it too late.',
  '31': 'You were not a member on that day.',
  '32': 'Your plan does not cover this dependant.',
  '45': 'The provider charged more than the agreed price.',
  '50': 'Your insurer has not found that this was needed for your care.',
  '96': 'Your plan does not cover this.',
  '97': 'This is part of another service that has been paid for.',
  '119': 'The limit of this benefit is used up.',
  '140': 'The name and the member id did not fit together.',
  '151': 'It was too soon after the last time.',
  '179': 'The waiting time for this benefit is not over yet.',
  '183': 'Whoever referred you may not do so under your plan.',
  '193': 'Your insurer has looked again, and stays with its decision.',
  '197': 'It needed permission beforehand, and there was none.',
  '198': 'It was more than the permission allowed.',
  '252': 'A document was missing.',
  '284': 'The permission was for another service.',
  '288': 'It needed a referral, and there was none.',
  '296': 'The permission was for another provider.',
  '302': 'The permission was for other days.',
  B7: 'The provider was not in your insurer’s network on that day.',
  B13: 'It has been paid before.',
};

/** A reason as the person is told; a code that only their insurer has is told by its name there. */
export const reasonSentence = (
  { code }: Pick<GivenReason, 'code'>,
  names: Readonly<Record<string, string>>,
): string => reasons[code] ?? `${names[code] ?? 'Your insurer gave a reason of its own'}.`;

/** Every code that there is a sentence for. */
export const explainedCodes: readonly string[] = Object.keys(reasons);
