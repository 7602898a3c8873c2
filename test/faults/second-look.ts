import type { Client, Row } from '@libsql/client';
import { expect } from 'vitest';
import type { Acknowledged } from './caller.ts';
import { vetted_month } from './second-person.ts';
import type { Uploads } from './uploads.ts';

const numbers = (row: Row | undefined): number[] => Object.values(row ?? {}).map(Number);
const countOf = (acknowledged: readonly Acknowledged[], type: string, verb: string) =>
  acknowledged.filter((each) => each.type === type && each.id.endsWith(`-${verb}`)).length;

/** Vet next gave every claim of the pile to one person, who approved it. */
export async function verifyVetting(client: Client, acknowledged: readonly Acknowledged[]): Promise<void> {
  const vetted = countOf(acknowledged, 'VetNext', 'vet');
  expect(vetted).toBeGreaterThan(0);
  const [given, pile] = await client.batch([
    "select count(*) n, count(distinct subject) claims from journal where action = 'VetNext'",
    {
      sql: `select count(*) n, sum(state = 'APPROVED') approved from claims where billing_month = ?`,
      args: [vetted_month],
    },
  ]);
  client.close();
  expect(numbers(given?.rows[0])).toEqual([vetted, vetted]);
  expect(numbers(pile?.rows[0])).toEqual([vetted, vetted]);
}

/** Proposals and risk events: each was disposed of once, by whom it was. */
export async function verifyAboveLimits(
  client: Client,
  acknowledged: readonly Acknowledged[],
  second: string,
): Promise<void> {
  const confirmed = countOf(acknowledged, 'ConfirmProposal', 'confirm');
  const declined = countOf(acknowledged, 'DeclineProposal', 'decline');
  const disposed = countOf(acknowledged, 'DisposeRiskEvent', 'dispose');
  expect(Math.min(confirmed, declined, disposed)).toBeGreaterThan(0);
  const [waiting, by, events, disposals] = await client.batch([
    'select count(*) n from claims where proposed is not null',
    { sql: 'select count(*) n from claims where decided_by = ? and state = ?', args: [second, 'APPROVED'] },
    "select count(*) n from risk_events where state = 'DISMISSED'",
    "select sum(dismissed) n from risk_counts where facility_id = ''",
  ]);
  client.close();
  expect(numbers(waiting?.rows[0])).toEqual([0]);
  expect(numbers(by?.rows[0])).toEqual([confirmed]);
  expect([numbers(events?.rows[0]), numbers(disposals?.rows[0])]).toEqual([[disposed], [disposed]]);
}

/** Claims list the files that were acknowledged and no others, and each opens as the bytes that were sent. */
export async function verifyFiles(client: Client, uploads: Uploads): Promise<void> {
  const { kept } = uploads;
  expect(kept.length).toBeGreaterThan(0);
  const { rows } = await client.execute(
    `select c.number, f.value ->> 'id' file, a.state, a.body ->> '$.sha256' sha256
      from claims c, json_each(c.body, '$.attachments') f left join attachments a on a.id = f.value ->> 'id'`,
  );
  const [half] = (
    await client.batch([
      "select count(*) n from attachments where state = 'UPLOADING' and expires_at is null",
    ])
  ).map((each) => each.rows[0]);
  client.close();
  const said = (number: unknown, sha256: unknown) => `${number} ${sha256}`;
  expect(rows.map((row) => said(row.number, row.sha256)).sort()).toEqual(
    kept.map(({ number, sha256 }) => said(number, sha256)).sort(),
  );
  for (const { number, file, sha256, state } of rows) {
    expect(state).toBe('READY');
    expect(await uploads.opened(String(number), String(file))).toBe(sha256);
  }
  // What a kill left behind has a time after which it goes.
  expect(numbers(half)).toEqual([0]);
}
