import { newsAbout, type ToldMembers } from '../../schema/domain/members/member-news.ts';
import { isNoticed, wantsMail, wantsNotice } from '../../schema/domain/members/member-notices.ts';
import { whomToAsk } from '../../schema/domain/members/whom-to-ask.ts';
import { sending } from '../../schema/domain/notifications/sending.ts';
import type { Want } from '../actor/book.ts';
import type { Data } from '../actor/journal.ts';
import type { TenantContext } from './handler.ts';
import { type Enrollee, enrolleeKey } from './memory/enrollees.ts';
import { only } from './memory/settings.ts';
import type { TenantMemory } from './memory.ts';
import { todayOf } from './today.ts';

/** The person, and once they are known whoever may be told for them. */
export function wantsTold({ enrollees }: TenantMemory, enrolleeId: string): Want[] {
  const wants: Want[] = [{ shelf: enrollees, key: enrolleeKey.id(enrolleeId) }];
  const principalId = enrollees.peek(enrolleeKey.id(enrolleeId))?.principalId;
  return principalId ? [...wants, { shelf: enrollees, key: enrolleeKey.id(principalId) }] : wants;
}

/** Whom a notice about somebody goes to, if they have an account of their own and are in memory. */
function readerFor(person: Enrollee, context: TenantContext): Enrollee | null {
  const { enrollees } = context.memory;
  const reader = enrollees.peek(enrolleeKey.id(whomToAsk(person, todayOf(context))));
  return reader?.portal?.state === 'ACTIVE' ? reader : null;
}

/** The notice as an e-mail as well, for who wants that: one an entry and topic, however many people of theirs it is about. */
function mailNotice(news: Omit<ToldMembers, 'to'>, reader: Enrollee, context: TenantContext): void {
  const { memory, seq, at } = context;
  if (!wantsMail(reader, news) || !memory.settings.get(only)?.channels.email) return;
  const id = `notice-${seq}-${reader.id}-${news.topic}`;
  const message = { id, kind: 'notice', channel: 'email', to: reader.id, about: newsAbout(news) } as const;
  memory.sendings.put(sending({ ...message, endpoint: null }, at));
}

/**
 * Tells `to` of what has happened with a person's care or cover. Whoever is told for them gets a notice, in the same batch; to
 * the others, and to whoever has turned such notices off, something has only moved.
 */
export function tellMembers(
  news: Omit<ToldMembers, 'to'>,
  person: Enrollee,
  to: readonly string[],
  context: TenantContext,
): ToldMembers[] {
  if (!isNoticed(news)) return [{ to, ...news }];
  const reader = readerFor(person, context);
  const noticed = reader && to.includes(reader.id) && wantsNotice(reader, news) ? [reader.id] : [];
  const { topic, about, what } = news;
  for (const id of noticed)
    context.memory.memberNotices.add(id, context.seq, context.at, topic, about, what, person.id);
  if (reader && noticed.length > 0) mailNotice(news, reader, context);
  const others = to.filter((id) => !noticed.includes(id));
  return [
    ...(noticed.length > 0 ? [{ to: noticed, ...news }] : []),
    ...(others.length > 0 ? [{ to: others, ...news, what: 'moved' }] : []),
  ];
}

/** The same of whoever is told for a person, and of nobody else. */
export function tellReader(
  news: Omit<ToldMembers, 'to'>,
  person: Enrollee,
  context: TenantContext,
): ToldMembers[] {
  const reader = readerFor(person, context);
  return reader ? tellMembers(news, person, [reader.id], context) : [];
}

/** Whose cover is another from now on, or will be. */
export const tellOfCover = (
  what: string,
  people: readonly Enrollee[],
  context: TenantContext,
): ToldMembers[] =>
  people.flatMap((person) => tellReader({ topic: 'coverage', about: person.id, what }, person, context));

/** A principal hears that somebody is covered with them from now on: it is their own cover that has changed. */
export const tellOfDependant = (
  { principalId, id }: Enrollee,
  principal: Enrollee | null,
  context: TenantContext,
): ToldMembers[] =>
  principal?.id === principalId
    ? tellReader({ topic: 'coverage', about: id, what: 'family' }, principal, context)
    : [];

/** What was told, as the journal has it. */
export const membersData = (told: readonly ToldMembers[]): Data =>
  told.length === 0 ? {} : { members: told.map(({ to, ...rest }) => ({ to: [...to], ...rest })) };
