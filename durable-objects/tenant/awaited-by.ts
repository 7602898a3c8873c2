import type { Envelope, TenantCommand } from '../../schema/commands.ts';

const requestCommands: ReadonlySet<string> = new Set([
  'RequestAuthorization',
  'AnswerAuthorization',
  'CancelAuthorization',
  'AppealAuthorization',
]);
const linkCommands: ReadonlySet<string> = new Set(['RequestLink', 'AnswerLink', 'EndLink']);

/** Whoever takes a step of its own link, or somebody of a facility's with a request, sees it in its portal's lists at once. */
export function awaitedBy({ principal, command }: Envelope<TenantCommand>): string | null {
  const { kind, id } = principal.organisation;
  const isSeen =
    linkCommands.has(command.type) || (principal.via === 'session' && requestCommands.has(command.type));
  return kind === 'facility' && isSeen ? `facility:${id}` : null;
}
