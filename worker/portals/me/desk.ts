import type { Context } from 'hono';
import { type CalendarDate, dateIn, type Moment } from '../../../schema/domain/dates.ts';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import { maySee } from '../../../schema/domain/members/may-see.ts';
import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantSettings } from '../../../schema/domain/tenant-settings.ts';
import type { AskedAlert } from '../../../views/enrollee/alerts/alert-words.tsx';
import { answer } from '../../answer.ts';
import { connect } from '../../databases/connect.ts';
import type { AppEnv } from '../../env.ts';
import { alertsTo } from '../../queries/alerts.ts';
import { type Database, tenantDatabase } from '../../queries/database.ts';
import { familyOf } from '../../queries/family-of.ts';
import { journalHead } from '../../queries/journal-head.ts';
import { myUnread } from '../../queries/my-notices.ts';
import { type Person, personBy } from '../../queries/person.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
import { arriveAt } from '../../render.tsx';

/** What every page of an enrollee's portal is made with: who looks, at which insurer, and whose things they may see. */
export interface MyDesk extends Person {
  tenantId: string;
  db: Database;
  settings: TenantSettings;
  zone: string;
  currency: string;
  today: CalendarDate;
  now: Moment;
  /** everybody covered through them, whatever they may see of them */
  dependants: readonly Enrollee[];
  /** everybody whose claims and cover they may see: themselves first */
  seen: readonly Enrollee[];
  /** the journal's number, read before everything else */
  seq: number;
  /** visits that they are asked about and have not answered */
  waiting: readonly AskedAlert[];
  /** how many notices they have not seen (100: that many or more), and the last that they have */
  unread: number;
  seenUpTo: number;
}

/** The answer where there is nothing of theirs. */
export const nothing = refuse(
  'not_found',
  'There is nothing at this address, or it belongs to someone else.',
);

/** So many of the last visits that they were asked about are looked through for those that wait for an answer. */
const waiting_max = 5;

/** Reads who looks; null where their cover is no longer on record. */
async function openDesk(c: Context<AppEnv>): Promise<MyDesk | null> {
  const covered = enrolleeOf(c.var.organisation.id);
  if (!covered) return null;
  const db = tenantDatabase(c.env, covered.tenantId);
  const client = connect(c.env, `tenant-${covered.tenantId}`);
  const seq = await journalHead(db);
  const [settings, found, alerts, family] = await Promise.all([
    tenantSettings(db),
    personBy(client, { id: covered.enrolleeId }),
    alertsTo(db, 'UTC', covered.enrolleeId, waiting_max),
    familyOf(db, covered.enrolleeId),
  ]);
  if (!settings || !found) return null;
  const { zone } = settings.calendar;
  const now = Date.now();
  const today = dateIn(zone, now);
  const dependants = family.filter(({ id }) => id !== found.person.id);
  const seen = [found.person, ...dependants.filter((each) => maySee(found.person, each, today))];
  const notices = await myUnread(db, { own: found.person.id, seen: seen.map(({ id }) => id), now });
  return {
    ...found,
    ...notices,
    tenantId: covered.tenantId,
    db,
    settings,
    zone,
    currency: settings.currency,
    today,
    now,
    dependants,
    seen,
    seq,
    waiting: alerts.flatMap((alert) => (alert.state === 'ASKED' ? [{ ...alert, zone }] : [])),
  };
}

type Page = (c: Context<AppEnv>, desk: MyDesk) => Response | Promise<Response>;

/** A page of the portal: whoever has no cover on record finds nothing at its address. */
export const atDesk =
  (page: Page) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const desk = await openDesk(c);
    return desk ? page(c, desk) : answer(c, nothing);
  };

/** After a form has done its work: the page it leads to, read anew. */
export const arriveAnew = (c: Context<AppEnv>, address: string, page: Page): Promise<Response> =>
  arriveAt(c, address, () => atDesk(page)(c));
