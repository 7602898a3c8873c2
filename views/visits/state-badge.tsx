import type { VisitState } from '../../schema/domain/visits/visit.ts';
import { Badge } from '../ui/badge.tsx';

const words: Readonly<Record<VisitState, string>> = {
  CHECKED_IN: 'Not answered',
  CONFIRMED: 'Said to be right',
  DENIED: 'Said to be wrong',
};
const tones = { CHECKED_IN: 'neutral', CONFIRMED: 'ok', DENIED: 'danger' } as const;

/** What the enrollee has said of a check-in. */
export function VisitStateBadge({ state }: { state: VisitState }) {
  return <Badge tone={tones[state]}>{words[state]}</Badge>;
}
