import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { requestAuthorizationForm } from '../../../schema/forms/request-authorization.ts';
import { launchBrowser } from '../../support/browser.ts';
import { issueKey, sendCommands, signIn, staffPassword } from '../../support/insurer.ts';
import { type Bench, doAll, filings } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';
import { type Call, quantile, send } from '../load.ts';

const alerts = 200;
const seconds = 30;
const claimsPerSecond = 300;
/** So many programs file them, each with a key of its own: one alone would be held back beside people. */
const senders = 4;

/** One of the bench's people gets a portal of their own, and signs in. */
async function anEnrollee(bench: Bench) {
  const { product, insurer } = bench;
  const id = `${insurer.tenant.id.slice(0, 18)}me`;
  const email = `${id}@insurer.example`;
  const made = await fetch(new URL('/internal/accounts', product.internalOrigin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-vetra-system': product.systemToken },
    body: JSON.stringify({ id, email, name: 'Ada Obi', password: staffPassword }),
  });
  if (!made.ok) throw new Error(`/internal/accounts answered ${made.status}`);
  const memberId = insurer.memberIds.at(-1) ?? '';
  const input = { memberId, accountId: id, email, state: 'ACTIVE' } as const;
  await doAll(bench, [{ id: `portal-${id}`, command: { type: 'PutPortalAccount', input } }]);
  const principal = {
    id,
    name: 'Ada Obi',
    via: 'session',
    organisation: insurer.tenant,
    permissions: [],
  } as const;
  return { memberId, cookie: await signIn(product, principal) };
}

/** Submits claims at a steady pace beside what is measured; how many a second it came to. */
async function load(bench: Bench): Promise<number> {
  const origin = new URL(bench.product.origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const calls: Iterator<Call>[] = [];
  for (let nth = 0; nth < senders; nth += 1) {
    const apiKey = await issueKey(bench.product, bench.insurer, ['claim.create']);
    calls.push(filings({ ...bench, apiKey }, `alerts${nth}`, (claimsPerSecond * seconds) / senders));
  }
  const began = performance.now();
  let filed = 0;
  const sent: Promise<unknown>[] = [];
  for (let nth = 0; nth < claimsPerSecond * seconds; nth += 1) {
    const due = began + (nth * 1000) / claimsPerSecond;
    if (due > performance.now() + 1) await wait(due - performance.now());
    const next = calls[nth % senders]?.next();
    if (!next || next.done) continue;
    sent.push(
      send(origin, agent, next.value).then(({ status }) => {
        if (status < 300) filed += 1;
      }),
    );
  }
  await Promise.all(sent);
  agent.destroy();
  return filed / ((performance.now() - began) / 1000);
}

const emergency = (memberId: string) =>
  requestAuthorizationForm.parse({
    facilityExternalId: 'harbour',
    memberId,
    birthDate: '1990-05-17',
    encounterType: 'outpatient',
    urgency: 'EMERGENCY',
    serviceDate: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    diagnoses: [{ code: 'B50.9' }],
    lines: [{ service: 'CON-001', quantity: 1, unitPrice: 500_000 }],
    currency: 'NGN',
  });

/** Filing an emergency → its dialog in the open page of whoever is asked, in a real browser, while claims are submitted. */
export async function measureAlerts(bench: Bench): Promise<Figure[]> {
  const { product, insurer } = bench;
  const { memberId, cookie } = await anEnrollee(bench);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext();
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: product.origin, httpOnly: true }]);
    const page = await context.newPage();
    const socket = page.waitForEvent('websocket');
    await page.goto(`${product.origin}/me`);
    await socket;
    await page.evaluate(() => {
      const seen: Record<string, number> = {};
      const look = () => {
        for (const { id } of document.querySelectorAll('dialog[role=alertdialog]')) {
          seen[id] ??= Date.now();
          document.getElementById(id)?.remove();
          document.documentElement.dataset.seen = JSON.stringify(seen);
        }
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    });
    const loading = load(bench);
    const filedAt = new Map<string, number>();
    for (let nth = 0; nth < alerts; nth += 1) {
      const at = Date.now();
      const command = { type: 'RequestAuthorization', input: emergency(memberId) } as const;
      const [answer] = await sendCommands(product, insurer.tenant, [{ id: `alert-${nth}`, command }]);
      if (!answer || answer.refused) throw new Error(answer?.message ?? 'no answer');
      filedAt.set(`alert-${answer.outcome.number}`, at);
      await wait(Math.max(0, at + (seconds * 900) / alerts - Date.now()));
    }
    const rate = await loading;
    await wait(1_000);
    const told = await page.evaluate(() => document.documentElement.dataset.seen ?? '{}');
    const seen: Record<string, number> = JSON.parse(told);
    const delays = [...filedAt].flatMap(([id, at]) => (seen[id] === undefined ? [] : [seen[id] - at]));
    delays.sort((a, b) => a - b);
    return [
      timeFigure(
        `emergency filed → alert in the DOM, ${rate.toFixed(0)} claims/s submitted beside it, p95 of ${delays.length}`,
        quantile(delays, 0.95),
        150,
      ),
      timeFigure('… p50', quantile(delays, 0.5)),
      {
        what: '… alerts that arrived',
        measured: `${delays.length} of ${alerts}`,
        aim: `${alerts}`,
        reached: delays.length === alerts,
      },
    ];
  } finally {
    await browser.close();
  }
}
