import type { Moment } from '../dates.ts';
import type { Authorization } from './authorization.ts';

/** An investigation holds what will be paid on a request. Nothing else of it: care, decision and code go on. */
export function requestHeld(authorization: Authorization, investigation: string, at: Moment): Authorization {
  const { holds, history } = authorization;
  if (holds.includes(investigation)) return authorization;
  const step = { at, what: 'held', by: 'Vetra', detail: investigation } as const;
  return { ...authorization, holds: [...holds, investigation], history: [...history, step] };
}

/** It lets go. */
export function requestLetGo(authorization: Authorization, investigation: string, at: Moment): Authorization {
  const { holds, history } = authorization;
  if (!holds.includes(investigation)) return authorization;
  const step = { at, what: 'let go', by: 'Vetra', detail: investigation } as const;
  return {
    ...authorization,
    holds: holds.filter((each) => each !== investigation),
    history: [...history, step],
  };
}
