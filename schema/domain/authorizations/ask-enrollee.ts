import { ageOn, type CalendarDate, type Moment } from '../dates.ts';
import type { Enrollee } from '../members/enrollee.ts';
import type { Alert, AlertChannel } from './alert.ts';
import type { Authorization } from './authorization.ts';

/** Years from which a person is asked themselves. */
const fullAge_years = 18;

/** What of a person tells whether, and how, they can be asked. */
export type Reachable = Pick<Enrollee, 'id' | 'principalId' | 'birthDate' | 'portal' | 'email' | 'phone'>;

/** Whether the enrollee is asked at all: of an emergency, whoever is treated may not be who the card says. */
export const isAsked = ({ urgency }: Pick<Authorization, 'urgency'>): boolean => urgency === 'EMERGENCY';

/**
 * Whom it is put to: the person themselves, a dependant of full age too, at their own contact; for a minor the principal
 * (authorizations.md, Ghost-patient alerts). A minor without a principal stands for themselves.
 */
export const whoIsAsked = <Person extends Reachable>(
  patient: Person,
  principal: Person | null,
  day: CalendarDate,
): Person => (principal && ageOn(patient.birthDate, day) < fullAge_years ? principal : patient);

/** What of the tenant's and the person's there is to tell them by. */
export interface Ways {
  /** the tenant sends e-mail, and text messages */
  email: boolean;
  sms: boolean;
  /** how many browsers of theirs agreed to notifications */
  browsers: number;
}

/**
 * By which ways somebody is told: every open screen and every phone that agreed, by e-mail as well, and by text message where
 * no phone of theirs takes notifications. None of them: staff are to ring.
 */
export function channelsFor({ portal, email, phone }: Reachable, ways: Ways): AlertChannel[] {
  const hasPortal = portal?.state === 'ACTIVE';
  const hasPush = hasPortal && ways.browsers > 0;
  const channels: AlertChannel[] = [];
  if (hasPortal) channels.push('screen');
  if (hasPush) channels.push('push');
  if (ways.email && email !== null) channels.push('email');
  if (ways.sms && phone !== null && !hasPush) channels.push('sms');
  return channels.length === 0 ? ['call'] : channels;
}

/**
 * By which way somebody is told whose last phone takes no notifications any more, though it had agreed to: a text message, or staff
 * are to ring. Null: a mail is under way.
 */
export function insteadOfPush(person: Reachable, ways: Omit<Ways, 'browsers'>): 'sms' | 'call' | null {
  const left = channelsFor(person, { ...ways, browsers: 0 });
  if (left.includes('sms')) return 'sms';
  return left.includes('email') ? null : 'call';
}

/** That somebody is asked now. Nothing is assumed of who does not answer. */
export const asked = (person: Reachable, ways: Ways, at: Moment): Alert => ({
  state: 'ASKED',
  at,
  to: person.id,
  channels: channelsFor(person, ways),
  answered: null,
  investigation: null,
});
