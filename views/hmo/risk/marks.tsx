import type { InvestigationState } from '../../../schema/domain/investigations/investigation.ts';
import type { FlagState } from '../../../schema/domain/risk/flag.ts';
import { Badge } from '../../ui/badge.tsx';
import { flagWords } from './risk-words.ts';

/** From here on a score is one that somebody should look at, and one that presses. */
const scores = { warn: 30, danger: 60 };

/** A risk score, 0–100, in words and tone. */
export function RiskScore({ risk }: { risk: number }) {
  if (risk >= scores.danger)
    return (
      <Badge tone="danger" shape="diamond">
        Risk {risk}
      </Badge>
    );
  if (risk >= scores.warn)
    return (
      <Badge tone="warn" shape="square">
        Risk {risk}
      </Badge>
    );
  return <Badge shape="ring">Risk {risk}</Badge>;
}

/** Where a risk event stands. */
export function FlagMark({ state }: { state: FlagState }) {
  if (state === 'OPEN') return <Badge tone="warn">{flagWords.OPEN}</Badge>;
  return state === 'CONFIRMED' ? (
    <Badge tone="danger" shape="square">
      {flagWords.CONFIRMED}
    </Badge>
  ) : (
    <Badge shape="ring">{flagWords.DISMISSED}</Badge>
  );
}

/** Where an investigation stands. */
export function InvestigationMark({ state }: { state: InvestigationState }) {
  if (state === 'OPEN') return <Badge tone="info">Open</Badge>;
  return state === 'CONFIRMED' ? (
    <Badge tone="danger" shape="square">
      Confirmed
    </Badge>
  ) : (
    <Badge tone="ok" shape="ring">
      Cleared
    </Badge>
  );
}
