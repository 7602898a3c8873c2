#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { ListedClaim } from './answers.ts';
import { openApi } from './api.ts';
import { DAY_MS, dateIn, daysToMove, moveInstant } from './calendar.ts';
import { fileAll, listClaims, putAll, readLines } from './filing.ts';
import { judgedOf } from './judged.ts';
import { inWords, type Report, totalsOf } from './report.ts';
import { toRequests } from './requests.ts';
import { newestMoment, readSynthea, type SyntheaData } from './tables.ts';

const USAGE = `Files the claims of 27 synthetic patients through the public API.

  node examples/synthea/file-claims.ts --url http://127.0.0.1:8787 --key <api key>

  --currency NGN          the tenant's currency; the figures are taken as they are
  --time-zone Africa/Lagos   the tenant's time zone, for dates of service
  --parallel 8            calls at a time
  --days <n>              move every date by n days (default: so that the newest is at most a day old,
                          or, when some of the claims are there already, as they were moved then)
  --resend                send claims that are there again, too: each must be answered, none filed twice
  --json                  print the report as JSON`;

type Settings = {
  url: string;
  key: string;
  currency: string;
  timeZone: string;
  parallel: number;
  days: number | null;
  resend: boolean;
  json: boolean;
};

function wholeNumber(text: string, name: string): number {
  if (!/^-?\d+$/.test(text)) throw new Error(`--${name} takes a whole number`);
  return Number(text);
}

function readSettings(args: string[]): Settings {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      currency: { type: 'string', default: 'NGN' },
      'time-zone': { type: 'string', default: 'Africa/Lagos' },
      parallel: { type: 'string', default: '8' },
      days: { type: 'string' },
      resend: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (!values.url || !values.key) throw new Error(USAGE);
  return {
    url: values.url,
    key: values.key,
    currency: values.currency,
    timeZone: values['time-zone'],
    parallel: Math.max(1, wholeNumber(values.parallel, 'parallel')),
    days: values.days === undefined ? null : wholeNumber(values.days, 'days'),
    resend: values.resend,
    json: values.json,
  };
}

/**
 * How far to move the dates. A second run on another day must say the same as the first, or its claims would be other
 * claims: so the distance is read off one that is there.
 */
function distance(data: SyntheaData, there: ListedClaim[], { days, timeZone }: Settings): number {
  if (days !== null) return days;
  const dateOf = dateIn(timeZone);
  const original = new Map(data.claims.map((row) => [row.text('Id'), dateOf(row.text('SERVICEDATE'))]));
  for (const { externalId, serviceDate } of there) {
    const from = original.get(externalId);
    if (from && serviceDate) return Math.round((Date.parse(serviceDate) - Date.parse(from)) / DAY_MS);
  }
  return daysToMove(newestMoment(data), new Date());
}

async function run(settings: Settings): Promise<Report> {
  const started = performance.now();
  const data = readSynthea();
  const ours = new Set(data.claims.map((row) => row.text('Id')));
  const api = openApi(settings.url, settings.key);
  const ofOurs = async () => (await listClaims(api)).filter(({ externalId }) => ours.has(externalId));

  const before = await ofOurs();
  const days = distance(data, before, settings);
  const requests = toRequests(data, { days, currency: settings.currency, timeZone: settings.timeZone });

  const refused = [
    ...(await putAll(api, 'facilities', requests.facilities, settings.parallel)),
    ...(await putAll(api, 'services', requests.services, settings.parallel)),
    ...(await putAll(api, 'plans', requests.plans, 1)),
    ...(await putAll(api, 'clients', requests.clients, 1)),
    ...(await putAll(api, 'enrollees', requests.enrollees, settings.parallel)),
  ];
  const there = new Set(before.map(({ externalId }) => externalId));
  const toSend = requests.claims.filter(({ externalId }) => settings.resend || !there.has(externalId));
  const outcome = await fileAll(api, toSend, settings.parallel);
  const after = await ofOurs();
  const lines = await readLines(api, after, settings.parallel);

  return {
    url: settings.url,
    days,
    newest: moveInstant(newestMoment(data), days),
    sent: {
      facilities: requests.facilities.length,
      services: requests.services.length,
      enrollees: requests.enrollees.length,
      plans: requests.plans.length,
      clients: requests.clients.length,
    },
    claims: {
      inData: requests.claims.length,
      filed: outcome.filed,
      repeated: outcome.repeated,
      skipped: requests.claims.length - toSend.length,
      refused: outcome.refused.length,
    },
    charges: totalsOf(requests.claims),
    listed: {
      claims: after.length,
      lines: lines.length,
      claimed: after.reduce((sum, { claimed }) => sum + claimed, 0),
    },
    judged: judgedOf(lines),
    refused: [...refused, ...outcome.refused],
    repeats: Object.fromEntries(api.repeats),
    currency: settings.currency,
    seconds: (performance.now() - started) / 1000,
  };
}

try {
  const settings = readSettings(process.argv.slice(2));
  const report = await run(settings);
  console.log(settings.json ? JSON.stringify(report, null, 2) : inWords(report).join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
