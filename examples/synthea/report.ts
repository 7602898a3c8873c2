import type { Refused } from './filing.ts';
import { type Judged, judgedInWords } from './judged.ts';
import type { Requests } from './requests.ts';

/** What one run did. Amounts are minor units of `currency`; `listed` is what `GET /v1/claims` shows afterwards. */
export type Report = {
  url: string;
  days: number;
  newest: string;
  sent: { facilities: number; services: number; enrollees: number; plans: number; clients: number };
  claims: { inData: number; filed: number; repeated: number; skipped: number; refused: number };
  charges: { inData: number; amount: number };
  listed: { claims: number; lines: number; claimed: number };
  /** as it is recommended, line by line */
  judged: Judged;
  refused: Refused[];
  repeats: Record<string, number>;
  currency: string;
  seconds: number;
};

const count = (n: number) => n.toLocaleString('en-GB');

/** `1092402.73` of 109240273 minor units, with thousands marked. */
export function amount(minor: number): string {
  return `${count(Math.trunc(minor / 100))}.${String(minor % 100).padStart(2, '0')}`;
}

/** Lines and claimed amount of what is being sent. */
export function totalsOf(claims: Requests['claims']): { inData: number; amount: number } {
  return {
    inData: claims.reduce((sum, claim) => sum + claim.lines.length, 0),
    amount: claims.reduce((sum, claim) => sum + claim.total, 0),
  };
}

function refusals(refused: Refused[]): string[] {
  if (refused.length === 0) return ['Nothing was refused.'];
  const byReason = Map.groupBy(refused, ({ what, reason }) => `${what}: ${reason}`);
  const groups = [...byReason].map(([reason, those]) => `  ${count(those.length)} × ${reason}`);
  const each = refused.map(({ what, id, reason }) => `  ${what} ${id}: ${reason}`);
  return [`Refused, by reason:`, ...groups, `Refused, one by one:`, ...each];
}

/** The report as lines for a person. */
export function inWords(report: Report): string[] {
  const { sent, claims, charges, listed, currency } = report;
  const repeats = Object.entries(report.repeats).map(([why, times]) => `${count(times)} × ${why}`);
  return [
    `${report.url}: every date moved by ${count(report.days)} days; the newest moment is now ${report.newest}.`,
    `Put: ${count(sent.facilities)} facilities, ${count(sent.services)} services, ${count(sent.enrollees)} enrollees, ` +
      `${count(sent.plans)} plan, ${count(sent.clients)} client.`,
    `In the data: ${count(claims.inData)} claims, ${count(charges.inData)} charges, ${currency} ${amount(charges.amount)}.`,
    `Claims: ${count(claims.filed)} filed, ${count(claims.repeated)} sent again and found there, ` +
      `${count(claims.skipped)} not sent because they were there, ${count(claims.refused)} refused.`,
    `There now: ${count(listed.claims)} claims, ${count(listed.lines)} lines, ${currency} ${amount(listed.claimed)}.`,
    ...judgedInWords(report.judged, (minor) => `${currency} ${amount(minor)}`, count),
    ...refusals(report.refused),
    `Calls made again: ${repeats.join(', ') || 'none'}. Took ${report.seconds.toFixed(1)} s.`,
  ];
}
