import type { Context } from 'hono';
import type { QueueQuestion } from '../../../../durable-objects/tenant/queue.ts';
import { openStates } from '../../../../schema/domain/claims/claim.ts';
import { claimIdOf } from '../../../../schema/domain/ids.ts';
import { isBillingMonth, type PileKey, pileTopic } from '../../../../schema/domain/piles/pile.ts';
import { remainingWords } from '../../../../schema/domain/piles/remaining.ts';
import { refuse } from '../../../../schema/domain/refusal.ts';
import { PilePage } from '../../../../views/hmo/piles/pile-page.tsx';
import type { PileClaimRow } from '../../../../views/hmo/piles/pile-row.tsx';
import { type PileShow, pileShows } from '../../../../views/hmo/piles/words.ts';
import { ruleNames } from '../../../../views/hmo/risk/risk-words.ts';
import { answer } from '../../../answer.ts';
import { freshId, tenantActor } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { batchesOfPile } from '../../../queries/batch-by-id.ts';
import { type Database, tenantDatabase } from '../../../queries/database.ts';
import { type PileClaim, pileClaims, pileClaimsById, type RankCursor } from '../../../queries/pile-claims.ts';
import { pileRules } from '../../../queries/pile-rules.ts';
import { pilesByKey } from '../../../queries/piles-page.ts';
import { render } from '../../../render.tsx';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';

const page_rows = 50;
const batches_max = 5;

type Status = Parameters<typeof render>[2];

/** What a pile's page is shown again with. */
export interface PileSaid {
  refusal?: string;
  ticked?: readonly string[];
}

/** The pile that the address names. */
export function pileAsked(c: Context<AppEnv>): PileKey | null {
  const [facilityId = '', month = ''] = [c.req.param('facility'), c.req.param('month')];
  return isBillingMonth(month) && facilityId.length <= 40 ? { facilityId, month } : null;
}

export const noSuchPile = () => refuse('not_found', 'There is no such pile.');

type Holders = ReadonlyMap<number, string>;

const rowOf = (row: PileClaim, holders: Holders): PileClaimRow => {
  const isOpen = openStates.some((state) => state === row.state);
  const held = Number(row.held ?? 0) > 0;
  return {
    ...row,
    held: isOpen && held,
    clean: isOpen && Number(row.passes ?? 0) === 1 && row.flags === 0 && !held,
    holder: holders.get(row.id) ?? null,
  };
};

interface Listed {
  rows: PileClaimRow[];
  next: string | null;
}

/** Undecided claims: in which order, and who has which, the actor knows. */
async function openRows(
  c: Context<AppEnv>,
  db: Database,
  { facilityId, month }: PileKey,
  { show, after }: { show: PileShow; after: string },
): Promise<Listed> {
  const question: QueueQuestion = { limit: page_rows, facilityId, billingMonth: month };
  if (show === 'clean')
    Object.assign(question, { clean: true, states: ['RECEIVED', 'RESUBMITTED', 'IN_REVIEW'] });
  if (show === 'flagged') question.flagged = true;
  if (after !== '') question.after = after;
  const { rows: places, next } = await tenantActor(c).queuePage(question);
  const found = await pileClaimsById(
    db,
    places.map(({ id }) => id),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const holders: Holders = new Map(places.flatMap(({ id, lease }) => (lease ? [[id, lease.name]] : [])));
  return { rows: places.flatMap(({ id }) => byId.get(id) ?? []).map((row) => rowOf(row, holders)), next };
}

const cursorText = ({ rankAt, id }: RankCursor): string => `${rankAt ?? 'n'}.${id}`;

function readCursor(text: string): RankCursor | null {
  const [, rank, id] = /^(n|-?\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  return rank === undefined ? null : { rankAt: rank === 'n' ? null : Number(rank), id: Number(id) };
}

/** Claims whatever became of them, or the decided ones, in the order in which they stood. */
async function allRows(
  c: Context<AppEnv>,
  db: Database,
  pile: PileKey,
  { show, after }: { show: PileShow; after: string },
): Promise<Listed> {
  const which = { decided: show === 'decided', after: readCursor(after), limit: page_rows };
  const { rows, next } = await pileClaims(db, pile, which);
  const held = await tenantActor(c).leases(
    rows.filter(({ state }) => state === 'IN_REVIEW').map(({ id }) => id),
  );
  const holders: Holders = new Map(held.map(({ id, lease }) => [id, lease.name]));
  return { rows: rows.map((row) => rowOf(row, holders)), next: next && cursorText(next) };
}

async function rulesOf(db: Database, pile: PileKey, desk: StaffDesk) {
  if (!desk.may('risk.view')) return null;
  return (await pileRules(db, pile)).map((each) => ({
    ...each,
    name: ruleNames[each.rule],
  }));
}

const mayDecide = ({ may }: StaffDesk): boolean =>
  may('pile.batch_decide') && (may('claim.approve') || may('claim.reject'));

async function pileAt(
  c: Context<AppEnv>,
  pile: PileKey,
  query: Record<string, string>,
  said: PileSaid = {},
  status?: Status,
): Promise<Response> {
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const desk = await openDesk(c);
  const { slug, zone, settings, now, counts, may } = desk;
  const asked = pileShows.find((each) => each === query.show) ?? 'undecided';
  const show = asked === 'flagged' && !may('risk.view') ? 'undecided' : asked;
  const { after = '', decided, nothing } = query;
  const actor = tenantActor(c);
  const list = show === 'all' || show === 'decided' ? allRows : openRows;
  const [[found], [dueAt = null], { rows, next }, rules, batches, rest] = await Promise.all([
    pilesByKey(db, [pile]),
    actor.pileDues([pile]),
    list(c, db, pile, { show, after }),
    rulesOf(db, pile, desk),
    batchesOfPile(db, pile, batches_max),
    nothing === undefined ? null : actor.pileRemaining({ pile, principal: c.var.principal }),
  ]);
  if (!found) return answer(c, noSuchPile());
  const { facilityName, facilityId: _facility, month: _month, ...figures } = found;
  const content = (
    <PilePage
      {...{ slug, zone, now, pile, facilityName, figures, dueAt, show, after, rows, next, rules, batches }}
      currency={settings.currency}
      vetId={may('pile.vet') && figures.open > 0 ? freshId() : null}
      batchId={mayDecide(desk) && figures.open > 0 ? freshId() : null}
      ticked={said.ticked ?? []}
      said={{
        decided: decided !== undefined && claimIdOf(decided) !== null ? decided : null,
        nothing: rest === null ? null : remainingWords(rest),
        refusal: said.refusal ?? null,
      }}
    />
  );
  const page = { title: facilityName, nav: 'piles', see: [pileTopic(pile)], seq: counts.seq };
  return render(c, staffView(c, desk, page, content), status);
}

/** `GET /<tenant>/piles/<facility>/<month>`. */
export async function showPile(c: Context<AppEnv>): Promise<Response> {
  const pile = pileAsked(c);
  return pile ? pileAt(c, pile, c.req.query()) : answer(c, noSuchPile());
}

/** A pile's page as an address of it says: where somebody comes back to. */
export function showPileAt(
  c: Context<AppEnv>,
  pile: PileKey,
  address: string,
  said: PileSaid = {},
  status?: Status,
): Promise<Response> {
  const query = Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''));
  return pileAt(c, pile, query, said, status);
}
