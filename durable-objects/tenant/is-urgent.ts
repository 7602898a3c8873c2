import type { TenantCommand } from '../../schema/commands.ts';

/** Whether somebody stands at a bedside, or was called there, and waits: an emergency, and what the person it is filed for says to it. */
export const isUrgent = (command: TenantCommand): boolean =>
  command.type === 'AnswerAlert' ||
  (command.type === 'RequestAuthorization' && command.input.urgency === 'EMERGENCY');
