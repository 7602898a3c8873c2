import type { AuthorizationOutcome } from '../../../../schema/authorization-commands.ts';

/** What a step of a request answers: the request as it stood then; 200 where it had been taken before. */
export function receiptOf({ outcome, repeated }: { outcome: AuthorizationOutcome; repeated: boolean }) {
  const { number, state, version, code = null } = outcome;
  return {
    status: repeated ? (200 as const) : (201 as const),
    headers: { etag: `"${version}"` },
    body: { number, state, version, code },
  };
}
