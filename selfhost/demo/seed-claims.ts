import type { TenantCommand } from '../../schema/commands.ts';
import { addDays, type CalendarDate, momentIn } from '../../schema/domain/dates.ts';
import { defaultStraightThrough } from '../../schema/domain/tenant-settings.ts';
import type { Door, Judged, Sent } from '../door.ts';
import { bySystem } from './by-system.ts';
import { demoClaims } from './claims.ts';
import { batchesOf, type Happening, type Known, sentFor } from './course-of-events.ts';
import { coverChanges } from './cover-changes.ts';
import { demoEnrollees } from './enrollees.ts';
import { demoTenant } from './organisations.ts';
import { demoStaff } from './people.ts';
import { actingAs, organisationOf } from './principals.ts';
import { disposals, investigation } from './suspicions.ts';

const meridian = organisationOf('meridian');

/** What is recommended for the claims that are about to be decided. A claim that has been decided before is left out. */
async function judgedFor(
  door: Door,
  batch: readonly Happening[],
  known: ReadonlyMap<string, Known>,
): Promise<Map<string, Judged>> {
  const decided = batch.flatMap(({ claim, step }) =>
    step?.type === 'DecideClaim' ? (known.get(claim.input.externalId) ?? []) : [],
  );
  const answers = await door.judgements(
    meridian,
    decided.map(({ number }) => number),
  );
  return new Map(
    answers.flatMap((judged, i) => {
      const claim = decided[i];
      return claim?.version === judged.version ? [[claim.number, judged] as const] : [];
    }),
  );
}

const isOver = (known: Known | undefined): boolean =>
  known?.state === 'APPROVED' || known?.state === 'REJECTED';

/** Whoever decides a claim has looked into what the risk rules raised on it. */
function looksInto(
  { claim, step }: Happening,
  known: ReadonlyMap<string, Known>,
  judged: ReadonlyMap<string, Judged>,
): Sent<TenantCommand>[] {
  const { externalId } = claim.input;
  const number = known.get(externalId)?.number ?? '';
  const found = judged.get(number);
  if (step?.type !== 'DecideClaim' || !found) return [];
  return disposals({ number, flags: found.flags }, { id: externalId, at: step.at, by: step.by });
}

/**
 * Sends one round; answers the journal's number of its last submission or the like. Decisions do not count, because done
 * again they are left out.
 */
async function sendRound(
  door: Door,
  batch: readonly Happening[],
  known: Map<string, Known>,
  memberIds: ReadonlyMap<string, string>,
): Promise<number> {
  // What went straight through as it came in has no story, and what was overtaken ends there.
  const goesOn = batch.filter(
    ({ claim, step }) => step === null || !isOver(known.get(claim.input.externalId)),
  );
  const judged = await judgedFor(door, goesOn, known);
  const told = goesOn.map((happening) => {
    const claim = known.get(happening.claim.input.externalId);
    return { happening, known: claim, judged: judged.get(claim?.number ?? '')?.judgement };
  });
  await door.send(
    meridian,
    goesOn.flatMap((happening) => looksInto(happening, known, judged)),
  );
  const open = told.filter((each) => each.happening.step?.type !== 'DecideClaim' || each.judged);
  const done = await door.send(
    meridian,
    open.map(({ happening, ...rest }) => sentFor(happening, rest, memberIds)),
  );
  open.forEach(({ happening }, index) => {
    const { number = '', version = 0, state = 'REJECTED' } = done[index]?.outcome ?? {};
    known.set(happening.claim.input.externalId, { number, version, state });
  });
  return open.reduce(
    (last, { judged: decided }, index) => (decided ? last : Math.max(last, done[index]?.seq ?? 0)),
    0,
  );
}

/** From when on the insurer lets small clean claims through by itself. */
const STRAIGHT_THROUGH_DAYS_AGO = 30;

/** What was changed about people's cover and about the rules, as commands of the insurer's administrator that wait for their moment. */
function changesOf(today: CalendarDate): Sent<TenantCommand>[] {
  const [admin] = demoStaff('meridian', 'admin');
  const by = admin && { principal: actingAs(admin.accountId, 'meridian') };
  const since = momentIn(demoTenant.open.zone, `${addDays(today, -STRAIGHT_THROUGH_DAYS_AGO)}T08:30`);
  const straightThrough = { ...defaultStraightThrough, on: true };
  const rules = bySystem<TenantCommand>(since, 'straight-through', {
    type: 'PutClaimRules',
    input: { filingWindowDays: 90, receivesAutomatically: true, straightThrough },
  });
  const changes = coverChanges(today, demoEnrollees(today)).map(({ at, command }, nth) =>
    bySystem(at, `cover-${nth}`, command),
  );
  return [rules, ...changes].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)).map((each) => ({ ...each, ...by }));
}

/** Tells every story of every claim and cover, in the order in which it all happened; answers the journal's last number. */
export async function seedClaims(
  door: Door,
  today: CalendarDate,
  memberIds: ReadonlyMap<string, string>,
): Promise<number> {
  const known = new Map<string, Known>();
  const changes = changesOf(today);
  let last = 0;
  for (const batch of batchesOf(demoClaims(today))) {
    const from = batch[0]?.at ?? 0;
    const due = changes.splice(0, changes.findLastIndex(({ at = 0 }) => at < from) + 1);
    if (due.length > 0) await door.send(meridian, due);
    last = Math.max(last, await sendRound(door, batch, known, memberIds));
  }
  if (changes.length > 0) await door.send(meridian, changes);
  const open = [...known.values()].filter((claim) => !isOver(claim)).map(({ number }) => number);
  const judged = await door.judgements(meridian, open);
  const flagged = judged.map(({ flags }, i) => ({ number: open[i] ?? '', flags }));
  await door.send(meridian, investigation(today, flagged));
  return last;
}
