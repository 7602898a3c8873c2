import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { connect } from '../databases/connect.ts';
import { openDirectory } from '../directory/directory.ts';
import { sessionsOf } from '../directory/own-sessions.ts';
import { browsersOf } from '../queries/browsers-of.ts';
import { instant, once, type ReadFrom, type Section } from './section.ts';

/** Browsers that are notified: since when, and not by what secret. */
async function notified({ env, tenantId, self }: ReadFrom): Promise<string[]> {
  const browsers = await browsersOf(connect(env, `tenant-${tenantId}`), self.id);
  return browsers.map(({ since }) => instant(since));
}

/** What is held about somebody; keys, and what only says how to reach a person of their family, are no part of it. */
async function personOf(from: ReadFrom, person: Enrollee): Promise<object> {
  const { memberId, relation, clientCode, firstName, lastName, birthDate, sex, deathDate } = person;
  const shared = { memberId, relation, clientCode, firstName, lastName, birthDate, sex, deathDate };
  const { cover, plans, primaryFacilities, transferred, consents } = person;
  const of = { ...shared, cover, plans, primaryFacilities, transferred, consents };
  if (person.id !== from.self.id) return of;
  const { externalId, phone, email, nin, nhiaNumber, asked, noticesOff, noticesByMail, portal } = person;
  return {
    ...of,
    ...{ externalId, phone, email, nin, nhiaNumber, noticesOff, noticesByMail },
    dependantsAskedFor: asked,
    portalSince: portal && instant(portal.since),
    lastCheckIns: person.desk?.last ?? [],
    visitsDenied: person.desk?.denied ?? [],
    browsersNotifiedSince: await notified(from),
  };
}

/** Who they are. */
const people: Section = {
  name: 'people',
  columns: [
    'member id',
    'relation',
    'first name',
    'last name',
    'birth date',
    'sex',
    'client',
    'phone',
    'e-mail',
  ],
  read: once(async (from, person) => {
    const isSelf = person.id === from.self.id;
    const { memberId, relation, firstName, lastName, birthDate, sex, clientCode } = person;
    const reached = isSelf ? [person.phone ?? '', person.email ?? ''] : ['', ''];
    const row = [memberId, relation, firstName, lastName, birthDate, sex, clientCode, ...reached];
    return [{ json: await personOf(from, person), rows: [row] }];
  }),
};

/** How they were covered, step by step. */
const cover: Section = {
  name: 'cover-history',
  columns: ['member id', 'from', 'what', 'reason', 'recorded'],
  read: once((_, { memberId, cover: steps, plans }) => [
    ...steps.map(({ from, state, reason, at }) => ({
      json: { memberId, from, state, reason, recorded: instant(at) },
      rows: [[memberId, from, state, reason ?? '', instant(at)]],
    })),
    ...plans.map(({ from, plan }) => ({
      json: { memberId, from, plan },
      rows: [[memberId, from, `plan ${plan}`, '', '']],
    })),
  ]),
};

const consents: Section = {
  name: 'consents',
  columns: ['member id', 'to', 'version', 'given', 'taken back'],
  read: once((_, { memberId, consents: given }) =>
    given.map(({ to, version, at, endedAt }) => {
      const ended = endedAt === null ? null : instant(endedAt);
      const json = { memberId, to, version, given: instant(at), takenBack: ended };
      return { json, rows: [[memberId, to, version, instant(at), ended ?? '']] };
    }),
  ),
};

/** Where they are signed in. */
const sessions: Section = {
  name: 'sessions',
  columns: ['since', 'last used', 'address', 'browser'],
  isOwn: true,
  read: once(async ({ env, self, now }) => {
    if (self.portal === null) return [];
    const found = await sessionsOf(await openDirectory(env), self.portal.accountId, now);
    return found.map(({ createdAt, seenAt, address, agent }) => ({
      json: { since: instant(createdAt), lastUsed: instant(seenAt), address, browser: agent },
      rows: [[instant(createdAt), instant(seenAt), address ?? '', agent ?? '']],
    }));
  }),
};

/** What stands with people themselves. */
export const personSections: readonly Section[] = [people, cover, consents, sessions];
