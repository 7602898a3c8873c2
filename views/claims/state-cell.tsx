import type { Claim, ClaimState } from '../../schema/domain/claims/claim.ts';
import { StateBadge } from './state-badge.tsx';

type StateCellProps = {
  state: ClaimState;
  outcome?: Claim['outcome'];
  /** Who has it now. */
  holder?: string | null | undefined;
};

/**
 * Where a row's state stands, for live frames. `rowKey` names the row in its list: the number, or in a facility's list tenant
 * and number. An id of its own would weigh as much in fifty rows as their dates do.
 */
export const stateCellOf = (rowKey: string): string => `#r-${rowKey} [data-state]`;

/** `Chinedu Okafor Eze` → `C. Eze`: enough to know a colleague by. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0];
  return words.length < 2 || first === undefined ? name : `${first}. ${words.at(-1)}`;
}

/** A row's state and who has it; a live frame replaces it whole. */
export function StateCell({ state, outcome = null, holder }: StateCellProps) {
  return (
    <span class="nowrap" data-state={state}>
      <StateBadge state={state} outcome={outcome} />
      {holder ? (
        <span class="small mute">
          {' '}
          <bdi>{shortName(holder)}</bdi>
        </span>
      ) : null}
    </span>
  );
}
