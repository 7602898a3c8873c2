import type { TellClientPeople } from '../../schema/forms/portal.ts';
import type { Outgoing } from '../actor/outbox.ts';
import type { Statement, Store } from '../actor/store.ts';

/** A client's people's own place in the outbox: changes of the client's cover, which is theirs. */
export const clientPeople = 'client-people';

/** So many people are gone through in one go: no read and no command holds up anybody. */
const portion = 200;

/** Sends a command under an id, at least once. */
type Tell = (id: string, input: TellClientPeople) => Promise<void>;

/** What a journal entry has to tell a client's people. */
export const clientOutgoing = (
  { seq, subject }: { seq: number; subject: string },
  { clientTold }: { clientTold?: string },
): Outgoing[] => (clientTold === undefined ? [] : [{ seq, to: clientPeople, news: clientTold, subject }]);

/** The next of a client's people, by an index, and who of them have an account. */
const nextPeople = (code: string, after: string): Statement => ({
  sql: `select count(*) as count, max(member_id) as last,
      json_group_array(id) filter (where body ->> '$.portal.state' = 'ACTIVE') as people
    from (select id, member_id, body from enrollees where client_code = ? and member_id > ? order by member_id limit ${portion})`,
  args: [code, after],
});

/**
 * Tells everybody of a client who has an account, portion by portion. It follows from the journal entry alone, and each portion
 * has an id of its own: begun again after a crash, nobody is told twice.
 */
export async function tellClients(store: Store, tell: Tell, batch: readonly Outgoing[]): Promise<void> {
  for (const { seq, news: what, subject } of batch) {
    const code = subject.slice('client:'.length);
    for (let after = ''; ; ) {
      const [[found] = []] = await store.read([nextPeople(code, after)]);
      const people: string[] = JSON.parse(String(found?.people ?? '[]'));
      if (people.length > 0) await tell(`client-told-${seq}-${after}`, { code, what, people });
      if (Number(found?.count ?? 0) < portion) break;
      after = String(found?.last);
    }
  }
}
