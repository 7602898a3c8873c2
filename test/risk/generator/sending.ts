import type { Chance } from './chance.ts';
import { dateOf, dayOf, days, type Facility, momentOf, type Visit } from './world.ts';

const isWorkday = (day: number) => ![0, 6].includes(new Date(`${dateOf(day)}T00:00:00Z`).getUTCDay());

function nextWorkday(day: number): number {
  let next = day + 1;
  while (!isWorkday(next)) next++;
  return next;
}

/** The day on which a facility that sends by batch sends what it did on a day. */
function batchDay(sends: Facility['sends'], day: number): number {
  if (sends === 'daily') return nextWorkday(day);
  const date = new Date(`${dateOf(day)}T00:00:00Z`);
  if (sends === 'weekly upload') return day + ((5 - date.getUTCDay() + 7) % 7 || 7);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  return nextWorkday(day + Math.round((first - date.getTime()) / 86_400_000));
}

/** Sends a batch one after the other: typed takes minutes a claim, an upload seconds. Typing stops at five and goes on next day. */
function sendBatch(chance: Chance, batch: readonly Visit[], day: number, isUpload: boolean): void {
  let today = day;
  let hour = chance.between(9, 16);
  for (const visit of batch) {
    visit.submittedAt = momentOf(today, hour);
    hour += isUpload ? chance.between(2, 9) / 3_600 : chance.between(1.5, 6) / 60;
    if (isUpload || hour < 17) continue;
    today = nextWorkday(today);
    hour = 9;
  }
}

/** Gives what has no moment of submission yet the one at which its facility sends it; corrections follow what they correct. */
export function send(chance: Chance, all: readonly Facility[], visits: readonly Visit[]): void {
  const outages = new Map(
    all.map(({ id }) => {
      const from = chance.int(30, days - 10);
      return [id, chance.chance(0.3) ? { from, to: from + chance.int(3, 8) } : null];
    }),
  );
  const batches = new Map<string, Visit[]>();
  for (const visit of visits) {
    if (visit.submittedAt !== null || visit.corrects) continue;
    const { facility, startedAt, endedAt } = visit;
    const day = dayOf(Math.max(startedAt, endedAt));
    const outage = outages.get(facility.id);
    const isOut = outage && day >= outage.from && day < outage.to;
    if (!isOut && facility.sends === 'at once') {
      visit.submittedAt = Math.max(startedAt, endedAt) + Math.round(chance.between(0.05, 3) * 3_600_000);
      continue;
    }
    const sent = isOut ? outage.to : batchDay(facility.sends, day);
    const key = `${facility.id}:${sent}:${isOut ? 'upload' : facility.sends}`;
    const batch = batches.get(key);
    if (batch) batch.push(visit);
    else batches.set(key, [visit]);
  }
  for (const [key, batch] of batches) {
    batch.sort((a, b) => a.endedAt - b.endedAt);
    sendBatch(chance, batch, Number(key.split(':')[1]), key.endsWith('upload'));
  }
  for (const visit of visits) {
    const first = visit.corrects?.submittedAt ?? null;
    if (first !== null && visit.submittedAt === null)
      visit.submittedAt = momentOf(dayOf(first) + chance.int(3, 25), chance.between(9, 17));
  }
}
