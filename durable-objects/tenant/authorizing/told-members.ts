import type { Alert } from '../../../schema/domain/authorizations/alert.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { ToldMembers } from '../../../schema/domain/members/member-news.ts';
import type { Data } from '../../actor/journal.ts';

const isNew = (before: Alert | null | undefined, after: Alert) => before?.state !== after.state;

/** Whose open pages hear of it: whoever was asked, when they are, when it is answered, and when it moves on. */
export function toldOfAlert(before: Authorization | null, after: Authorization): ToldMembers[] {
  const { alert, number: about } = after;
  if (!alert || before?.alert === alert || !alert.channels.includes('screen')) return [];
  const what = !before?.alert ? 'asked' : isNew(before.alert, alert) ? 'answered' : 'moved';
  return [{ to: [alert.to], topic: 'alerts', about, what }];
}

/** The same as the journal has it. */
export const membersData = (told: readonly ToldMembers[]): Data =>
  told.length === 0 ? {} : { members: told.map(({ to, ...rest }) => ({ to: [...to], ...rest })) };
