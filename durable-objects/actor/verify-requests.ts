import type { Finding, Reader } from './finding.ts';

const finding = (message: string): Finding => ({ check: 'requests', message });

/** What a request's last entry of its own says of it; claims that draw on its code count its version on, in entries of theirs. */
const said = `select r.number, r.state, r.version, j.data ->> '$.state' as said_state, j.data ->> '$.version' as said_version,
    exists (select 1 from journal later, json_each(later.data, '$.authorizations') each
      where later.seq > j.seq and each.value = r.id) as drawn
  from authorizations r left join journal j on j.seq =
    (select max(seq) from journal where subject = 'authorization:' || r.id)`;

/** What stands in columns of their own, so that it is found, and in the body. */
const columns = `select number from authorizations where
  coalesce(code, '') <> coalesce(body ->> '$.code', '')
  or coalesce(reference, '') <> coalesce(body ->> '$.breach.reference', '')
  or coalesce(answer_by, 0) <> coalesce(
    (select value ->> '$.dueAt' from json_each(body, '$.appeals') where value ->> '$.state' = 'OPEN'), body ->> '$.dueAt', 0)
  or (state in ('REQUESTED', 'QUERIED') and body ->> '$.dueAt' is null)`;

const missing = `select distinct subject from journal where subject like 'authorization:%'
  and cast(substr(subject, 15) as integer) not in (select id from authorizations)`;

/** Whether a tenant's requests are as its journal says, each is there once, and what they are found by is theirs. */
export async function verifyRequests(client: Reader): Promise<Finding[]> {
  const [rows = [], columned = [], gone = []] = (await client.batch([said, columns, missing])).map(
    (result) => result.rows,
  );
  const told = rows.flatMap(({ number, state, version, said_state, said_version, drawn }) => {
    const isSaid = said_state === state && Number(said_version) === Number(version);
    return isSaid || (drawn === 1 && Number(said_version) < Number(version))
      ? []
      : [
          finding(
            `${number} is ${state} version ${version}; its last entry says ${said_state} version ${said_version}`,
          ),
        ];
  });
  return [
    ...told,
    ...columned.map(({ number }) => finding(`${number} is not found by what it says`)),
    ...gone.map(({ subject }) => finding(`${subject} is in the journal and has no row`)),
  ];
}
