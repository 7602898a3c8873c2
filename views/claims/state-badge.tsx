import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { Badge, type Shape, type Tone } from '../ui/badge.tsx';

type Outcome = Claim['outcome'];

const looks: Record<ClaimState, { words: string; tone: Tone; shape: Shape }> = {
  SUBMITTED: { words: 'Submitted', tone: 'neutral', shape: 'ring' },
  RECEIVED: { words: 'Received', tone: 'neutral', shape: 'dot' },
  IN_REVIEW: { words: 'In review', tone: 'info', shape: 'ring' },
  QUERIED: { words: 'Queried', tone: 'warn', shape: 'square' },
  RESUBMITTED: { words: 'Resubmitted', tone: 'info', shape: 'dot' },
  APPROVED: { words: 'Approved', tone: 'ok', shape: 'dot' },
  REJECTED: { words: 'Rejected', tone: 'danger', shape: 'diamond' },
  SETTLED: { words: 'Settled', tone: 'ok', shape: 'square' },
  WITHDRAWN: { words: 'Withdrawn', tone: 'neutral', shape: 'diamond' },
};

/** A claim's state in words, as lists, tabs and counts name it. */
export const stateWords = (state: ClaimState): string => looks[state].words;

/** A claim's state; an approval in part says so. */
export function StateBadge({ state, outcome = null }: { state: ClaimState; outcome?: Outcome }) {
  const { words, tone, shape } = looks[state];
  const inPart = state === 'APPROVED' && outcome === 'PARTIAL';
  return (
    <Badge tone={tone} shape={inPart ? 'ring' : shape}>
      {inPart ? 'Approved in part' : words}
    </Badge>
  );
}
