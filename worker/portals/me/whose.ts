import type { Context } from 'hono';
import type { Enrollee } from '../../../schema/domain/members/enrollee.ts';
import type { WhoseChoice } from '../../../views/enrollee/whose.tsx';
import type { AppEnv } from '../../env.ts';
import type { MyDesk } from './desk.ts';

/** Whom an address names by `of`: one of those the enrollee may see; themselves where it names nobody; null: nobody of theirs. */
export function personOf(c: Context<AppEnv>, { seen, person }: MyDesk): Enrollee | null {
  const of = c.req.query('of');
  if (of === undefined || of === '') return person;
  return seen.find(({ memberId }) => memberId === of) ?? null;
}

/** Everybody whose page there is, each with its address. */
export const choicesOf = ({ seen }: MyDesk, at: (memberId: string) => string): WhoseChoice[] =>
  seen.map(({ memberId, firstName }) => ({ memberId, name: firstName, href: at(memberId) }));
