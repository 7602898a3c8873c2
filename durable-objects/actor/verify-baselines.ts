import type { Baseline } from '../../schema/domain/risk/baseline.ts';
import { reachedWith } from '../../schema/domain/risk/reach.ts';
import { type Counted, countedWith, countFaults, peersTotal } from '../../schema/domain/risk/recount.ts';
import { defaultRisk } from '../../schema/domain/risk/settings.ts';
import type { Finding, Reader } from './finding.ts';

const page_rows = 10_000;

/** Every facility's counts, and whether all claims came in the order of their moments: of history that is filled in late they did not. */
interface Recounted {
  counts: ReadonlyMap<string, Counted>;
  isInOrder: boolean;
}

/** Counts again from the claims, in the order in which they were filed. */
async function recounted(client: Reader, windowsMin: number): Promise<Recounted> {
  const counts = new Map<string, Counted>();
  let isInOrder = true;
  let latest = 0;
  for (let after = 0; ; ) {
    const { rows } = await client.execute({
      sql: `select id, facility_id, submitted_at, body ->> '$.replaces' is not null as replaces,
          exists (select 1 from json_each(body, '$.flags') where value ->> 'rule' = 'rapid_fire' and value ->> 'evidence' not like ?) as burst
        from claims where id > ? order by id limit ?`,
      args: [`${reachedWith}%`, after, page_rows],
    });
    for (const { id, facility_id, submitted_at, replaces, burst } of rows) {
      const facilityId = String(facility_id);
      const filing = { at: Number(submitted_at), replaces: replaces === 1, isBurst: burst === 1 };
      counts.set(facilityId, countedWith(counts.get(facilityId), filing, windowsMin));
      after = Number(id);
      isInOrder &&= filing.at >= latest;
      latest = filing.at;
    }
    if (rows.length < page_rows) return { counts, isInOrder };
  }
}

/** The baselines of facilities and of their peers as they are kept. */
async function keptOf(client: Reader): Promise<Map<string, Baseline>> {
  const { rows } = await client.execute(
    "select key, data from baselines where key like 'facility:%' or key like 'peers:%'",
  );
  return new Map(
    rows.map(({ key, data }) => {
      const baseline: Baseline = JSON.parse(String(data));
      return [String(key), baseline];
    }),
  );
}

/** All peers together against all facilities: of one kind alone nobody can say, for a facility's kind may have been changed since. */
function verifyPeers(kept: ReadonlyMap<string, Baseline>, said: ReadonlyMap<string, Counted>): string[] {
  const peers = [...kept.values()].flatMap((each) => (each.is === 'peers' ? [each] : []));
  const firsts = [...peers, ...said.values()].flatMap(({ amounts }) => amounts[0]?.[0] ?? []);
  const lasts = peers.flatMap(({ amounts }) => amounts.at(-1)?.[0] ?? []);
  const from = Math.max(Math.min(...firsts), Math.max(...lasts) - 8);
  const spans = Array.from({ length: Math.max(0, Math.max(...lasts) - from + 1) || 0 }, (_, n) => from + n);
  const [is, says] = [peersTotal(peers, spans), peersTotal([...said.values()], spans)];
  return is === says ? [] : [`the peers together count ${is}; the claims say ${says}`];
}

/**
 * Whether what claims are compared with is what the claims say, as far as that can be said again: how many a facility filed, in which ten
 * minutes and days, and all of its peers. What is left out depends on what was true when each claim was filed and is kept nowhere else:
 * means on the kind that a facility had and on what else the person had had; levels and procedures on the catalogue; prices on the means
 * of that moment; traces on what had been found by then. They are what the journal's order made them; replaying it is no check of it.
 */
export async function verifyBaselines(client: Reader): Promise<Finding[]> {
  const { rows } = await client.execute("select 1 from journal where action = 'PutRiskRules' limit 1");
  const { counts: said, isInOrder } = await recounted(client, defaultRisk.rapid_fire.windowsMin);
  const kept = await keptOf(client);
  const faults = [...said].flatMap(([facilityId, counts]) => {
    const baseline = kept.get(`facility:${facilityId}`);
    const known = baseline?.is === 'facility' ? baseline : undefined;
    return countFaults(known, counts, { peaks: rows.length === 0 }).map((words) => `${facilityId}: ${words}`);
  });
  const peers = isInOrder ? verifyPeers(kept, said) : [];
  return [...faults, ...peers].map((message) => ({ check: 'baselines', message }));
}
