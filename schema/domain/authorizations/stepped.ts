import type { Decider } from '../claims/deciding.ts';
import type { Authorization, AuthorizationState } from './authorization.ts';
import type { AuthorizationMessage, AuthorizationStep } from './parts.ts';

/** One step on: next version, the step in its history; the state is another one where one is given. */
export function stepped(
  authorization: Authorization,
  { at, name }: Pick<Decider, 'at' | 'name'>,
  what: AuthorizationStep['what'],
  { state = authorization.state, detail = '' }: { state?: AuthorizationState; detail?: string } = {},
): Authorization {
  const history = [...authorization.history, { at, what, by: name, detail }];
  return { ...authorization, state, version: authorization.version + 1, history };
}

/** The conversation with one more entry. */
export function said(
  { conversation }: Pick<Authorization, 'conversation'>,
  { at, name }: Pick<Decider, 'at' | 'name'>,
  entry: Pick<AuthorizationMessage, 'from' | 'kind' | 'text'>,
): AuthorizationMessage[] {
  return [...conversation, { at, by: name, ...entry }];
}
