import type { Alert } from '../../../schema/domain/authorizations/alert.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { ToldMembers } from '../../../schema/domain/members/member-news.ts';
import { isNoticed } from '../../../schema/domain/members/member-notices.ts';
import type { TenantContext } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { tellMembers, tellReader } from '../telling.ts';

const isNew = (before: Alert | null | undefined, after: Alert) => before?.state !== after.state;

/** Whose open pages hear of an alert: whoever was asked, when they are, when it is answered, and when it moves on. */
function newsOfAlert(before: Authorization | null, { alert, number: about }: Authorization): ToldMembers[] {
  if (!alert || before?.alert === alert || !alert.channels.includes('screen')) return [];
  const what = !before?.alert ? 'asked' : isNew(before.alert, alert) ? 'answered' : 'moved';
  return [{ to: [alert.to], topic: 'alerts', about, what }];
}

/** What a person is shown of a request: how it stands, what is granted, until when. */
const standing = ({ state, approved, validTo }: Authorization): string => `${state} ${approved} ${validTo}`;

/** An appeal that is granted makes a new decision, whether or not the request's state is another by it. */
const isDecidedAnew = (before: Authorization, after: Authorization): boolean =>
  before.appeals.at(-1)?.state === 'OPEN' && after.appeals.at(-1)?.state === 'OVERTURNED';

/** Who hears of a request in their own portal: of its alert, and of its decision. Of both at once an open page hears the alert. */
export function toldOfRequest(
  before: Authorization | null,
  after: Authorization,
  context: TenantContext,
): ToldMembers[] {
  const { enrolleeId, number: about, state: what } = after;
  const alerts = newsOfAlert(before, after);
  const person = context.memory.enrollees.peek(enrolleeKey.id(enrolleeId));
  if (!person) return alerts;
  const asked = alerts.flatMap(({ to, ...news }) => tellMembers(news, person, to, context));
  const isAgain = before !== null && before.moved !== after.moved;
  const isAnew = before !== null && isDecidedAnew(before, after);
  const isNews = before?.state !== what && isNoticed({ topic: 'authorizations', what });
  const isDecided = isAgain || isAnew || isNews;
  const isMoved = before !== null && standing(before) !== standing(after);
  // A code extended is no new decision: what open pages show of it moves, and nothing more.
  const says = isAgain ? 'JUDGED_AGAIN' : before?.state === what && !isAnew ? 'moved' : what;
  const decided =
    isDecided || isMoved ? tellReader({ topic: 'authorizations', about, what: says }, person, context) : [];
  return asked.length > 0 ? asked : decided;
}
