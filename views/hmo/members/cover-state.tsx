import type { CoverState } from '../../../schema/domain/members/cover-dates.ts';
import { Badge, type Shape, type Tone } from '../../ui/badge.tsx';

/** Whose cover keeps somebody from being covered, where it is not their own. */
export type Through = 'principal' | 'client' | null;

const looks: Readonly<Record<CoverState, readonly [label: string, tone: Tone, shape: Shape]>> = {
  PENDING: ['Pending', 'info', 'ring'],
  ACTIVE: ['Active', 'ok', 'dot'],
  SUSPENDED: ['Suspended', 'warn', 'square'],
  TERMINATED: ['Ended', 'danger', 'diamond'],
};

/** What a state of cover is called. */
export const coverStateWords = (state: CoverState): string => looks[state][0];

/** A state of cover; `through` says that it is the principal's or the client's. */
export function CoverBadge({ state, through = null }: { state: CoverState; through?: Through }) {
  const [label, tone, shape] = looks[state];
  return (
    <Badge tone={tone} shape={shape}>
      {label}
      {through === null ? null : ` (${through})`}
    </Badge>
  );
}
