import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { StateBadge } from './state-badge.tsx';

/** The state in a claim page's heading; a live frame replaces it. */
export function ClaimStateMark({ state, outcome = null }: { state: ClaimState; outcome?: Claim['outcome'] }) {
  return (
    <span id="claim-state">
      <StateBadge state={state} outcome={outcome} />
    </span>
  );
}

/** Where a live frame says what has happened to the claim while somebody looks at it. */
export function ClaimNews({ text, href }: { text?: string; href?: string }) {
  return (
    <div id="claim-news">
      {text === undefined ? null : (
        <p class="notice">
          {text} {href === undefined ? null : <a href={href}>Show it</a>}
        </p>
      )}
    </div>
  );
}
