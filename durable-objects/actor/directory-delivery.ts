import type { Row } from '@libsql/client/web';
import type { OrganisationRef } from '../../schema/domain/permissions.ts';
import type { Outgoing } from './outbox.ts';
import { portalAccounts, portalMembership } from './portal-membership.ts';
import type { Statement, Store } from './store.ts';

/** The directory's own place in the outbox. */
export const directory = 'directory';

/** Commands of which the directory keeps a copy: who belongs where, and by which key. */
export const directoryActions: ReadonlySet<string> = new Set([
  'OpenTenant',
  'OpenFacility',
  'PutStaff',
  'IssueApiKey',
  'RevokeApiKey',
  'PutPortalAccount',
  'ActivatePortal',
]);

/** The organisation as the directory shows it; null until it is open. */
export interface Shown {
  slug: string | null;
  name: string;
  profile: object;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Tells the directory what happened to an organisation's people and keys. What is told is read as it is now; the
 * directory's `deliveries` row guards that an older delivery never undoes a newer one.
 */
export async function deliverToDirectory(
  own: { ref: OrganisationRef; store: Store; shown: () => Promise<Shown | null> },
  directoryStore: Store,
  batch: readonly Outgoing[],
): Promise<void> {
  const seqs = JSON.stringify(batch.map((item) => item.seq));
  const subjectsOf = (kind: string) =>
    JSON.stringify(
      batch.flatMap(({ subject }) =>
        subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : [],
      ),
    );
  const enrollees = subjectsOf('enrollee');
  const [entries = [], people = [], keys = [], covered = []] = await own.store.read([
    {
      sql: 'select seq, at, actor, data from journal where seq in (select value from json_each(?))',
      args: [seqs],
    },
    {
      sql: `select s.account_id, s.name, s.email, s.state, r.key role_key, r.name role_name, r.permissions
        from staff s join roles r on r.key = s.role_key where s.account_id in (select value from json_each(?))`,
      args: [subjectsOf('staff')],
    },
    {
      sql: 'select * from api_keys where id in (select value from json_each(?))',
      args: [subjectsOf('api-key')],
    },
    ...(enrollees === '[]' ? [] : [portalAccounts(enrollees)]),
  ]);
  const source = `${own.ref.kind}:${own.ref.id}`;
  const shown = batch.some(({ news }) => news.startsWith('Open')) ? await own.shown() : null;
  const statements = batch.flatMap((item) => {
    const entry = entries.find((row) => Number(row.seq) === item.seq);
    const id = item.subject.slice(item.subject.indexOf(':') + 1);
    const person = people.find((row) => row.account_id === id);
    const key = keys.find((row) => row.id === id);
    const portal = covered.find((row) => row.id === id);
    return guarded(source, item.seq, statementsFor(item, own.ref, { entry, person, key, portal, shown }));
  });
  const last = batch[batch.length - 1];
  if (!last) return;
  const mark =
    'insert into deliveries (source, seq) values (?, ?) on conflict do update set seq = max(seq, excluded.seq)';
  await directoryStore.write([...statements, { sql: mark, args: [source, last.seq] }]);
}

/** Only if nothing newer of this organisation has been applied: `{guard}` stands where the condition goes. */
function guarded(source: string, seq: number, statements: Statement[]): Statement[] {
  const guard = 'not exists (select 1 from deliveries where source = ? and seq >= ?)';
  return statements.map(({ sql, args }) => ({
    sql: sql.replace('{guard}', guard),
    args: [...args, source, seq],
  }));
}

interface Facts {
  entry: Row | undefined;
  person: Row | undefined;
  key: Row | undefined;
  portal: Row | undefined;
  shown: Shown | null;
}

function statementsFor(
  { news }: Outgoing,
  ref: OrganisationRef,
  { entry, person, key, portal, shown }: Facts,
): Statement[] {
  const { kind, id } = ref;
  switch (news) {
    case 'OpenTenant':
    case 'OpenFacility':
      return shown ? [organisation(ref, shown)] : [];
    case 'PutStaff':
      return person ? membership(ref, person, Number(entry?.at ?? 0)) : [];
    case 'PutPortalAccount':
    case 'ActivatePortal':
      return portal ? portalMembership(ref, portal) : [];
    case 'IssueApiKey': {
      if (!key || !entry) return [];
      const { secretHash }: { secretHash: string } = JSON.parse(text(entry.data));
      return [
        {
          sql: `insert into api_keys (id, secret_hash, kind, organisation_id, name, scopes, created_at, created_by)
            select ?, ?, ?, ?, ?, ?, ?, ? where {guard} on conflict do nothing`,
          args: [
            text(key.id),
            secretHash,
            kind,
            id,
            text(key.name),
            text(key.scopes),
            Number(key.created_at),
            text(entry.actor),
          ],
        },
      ];
    }
    case 'RevokeApiKey':
      return [
        {
          sql: 'update api_keys set revoked_at = ? where id = ? and kind = ? and organisation_id = ? and {guard}',
          args: [Number(key?.revoked_at ?? entry?.at ?? 0), text(key?.id), kind, id],
        },
      ];
    default:
      return [];
  }
}

function organisation({ kind, id }: OrganisationRef, { slug, name, profile }: Shown): Statement {
  return {
    sql: `insert into organisations (kind, id, slug, name, profile) select ?, ?, ?, ?, ? where {guard}
      on conflict (kind, id) do update set name = excluded.name, profile = excluded.profile on conflict (slug) do nothing`,
    args: [kind, id, slug, name, JSON.stringify(profile)],
  };
}

/** The account is made if it is new; a membership needs both, and without them there is nothing to tell. */
function membership({ kind, id }: OrganisationRef, person: Row, at: number): Statement[] {
  const account = text(person.account_id);
  return [
    {
      sql: `insert into accounts (id, email, name, created_at) select ?, ?, ?, ? where {guard} on conflict do nothing`,
      args: [account, text(person.email), text(person.name), at],
    },
    {
      sql: `insert into memberships (account_id, kind, organisation_id, role_key, role_name, permissions, state)
        select ?, ?, ?, ?, ?, ?, ?
        where exists (select 1 from accounts where id = ?) and exists (select 1 from organisations where kind = ? and id = ?) and {guard}
        on conflict do update set role_key = excluded.role_key, role_name = excluded.role_name, permissions = excluded.permissions, state = excluded.state`,
      args: [
        account,
        kind,
        id,
        text(person.role_key),
        text(person.role_name),
        text(person.permissions),
        text(person.state),
        account,
        kind,
        id,
      ],
    },
  ];
}
