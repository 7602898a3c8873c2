import type { TenantCommand } from '../../schema/commands.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { SubmitClaim } from '../../schema/forms/submit-claim.ts';
import { type Insurer, issueKey, openInsurer, type Sent, sendCommands, signIn } from '../support/insurer.ts';
import type { Product } from '../support/product.ts';
import type { Call } from './load.ts';
import { benchPlan, idleServices } from './plan.ts';

/** A running product with an insurer of the bench's own, its staff signed in. */
export interface Bench {
  readonly product: Product;
  readonly insurer: Insurer;
  readonly apiKey: string;
  readonly staff: readonly { readonly who: Principal; readonly cookie: string }[];
}

/** How many callers load at once, in every rate. */
export const callers = 64;

/** Opens the insurer: a thousand enrollees, 64 adjudicators, so that none reaches what one person may ask, a key that may file. */
export async function openBench(product: Product, benefits = 8): Promise<Bench> {
  const insurer = await openInsurer(product, {
    enrollees: 1000,
    staff: 64,
    plan: benchPlan('BENCH', benefits),
    services: idleServices(benefits),
  });
  const apiKey = await issueKey(product, insurer, ['claim.create', 'claim.view', 'enrollee.view']);
  const staff = [];
  for (const who of insurer.staff) staff.push({ who, cookie: await signIn(product, who) });
  return { product, insurer, apiKey, staff };
}

const asJson = { 'content-type': 'application/json' };

/** Calls that file one claim each through the public API. */
export function* filings(
  { insurer, apiKey }: Bench,
  name: string,
  count: number,
  filing = (_nth: number): SubmitClaim => insurer.filing(5),
): Generator<Call> {
  for (let nth = 0; nth < count; nth += 1)
    yield {
      method: 'POST',
      path: '/v1/claims',
      headers: { ...asJson, 'x-api-key': apiKey, 'idempotency-key': `${name}-${nth}` },
      body: JSON.stringify({ ...filing(nth), externalId: `${name}-${nth}` }),
    };
}

/** A claim that somebody holds, to be decided. */
export interface Held {
  readonly number: string;
  readonly version: number;
  readonly recommendation: string;
  /** index of the holder among the bench's staff */
  readonly by: number;
}

/** Sends many commands in few calls; nothing of it is measured. */
export async function doAll(
  bench: Bench,
  sent: readonly Sent<TenantCommand>[],
): Promise<Record<string, unknown>[]> {
  const outcomes: Record<string, unknown>[] = [];
  for (let from = 0; from < sent.length; from += 200) {
    const answers = await sendCommands(
      bench.product,
      bench.insurer.tenant,
      sent.slice(from, from + 200),
      60_000,
    );
    for (const answer of answers) {
      if (answer.refused) throw new Error(`${answer.code}: ${answer.message}`);
      outcomes.push({ ...answer.outcome });
    }
  }
  return outcomes;
}

/** Files `count` claims and has the staff take them, so that each can be decided by its holder. */
export async function holdClaims(bench: Bench, name: string, count: number): Promise<Held[]> {
  const filed = await doAll(
    bench,
    Array.from({ length: count }, (_, nth) => ({
      id: `${name}-file-${nth}`,
      command: {
        type: 'SubmitClaim',
        input: { ...bench.insurer.filing(5), externalId: `${name}-${nth}` },
      },
    })),
  );
  const holder = (nth: number) => bench.insurer.staff[nth % bench.insurer.staff.length] as Principal;
  const taken = await doAll(
    bench,
    filed.map(({ number }, nth) => ({
      id: `${name}-take-${nth}`,
      principal: holder(nth),
      command: { type: 'TakeClaim', input: { number: String(number) } },
    })),
  );
  return taken.map(({ number, version, recommendation }, nth) => ({
    number: String(number),
    version: Number(version),
    recommendation: String(recommendation),
    by: nth % bench.insurer.staff.length,
  }));
}

/** Calls that approve held claims one each, straight at the actor's door; it knows by itself what its staff may do. */
export function* decisions(bench: Bench, name: string, held: readonly Held[]): Generator<Call> {
  const headers = { ...asJson, 'x-vetra-system': bench.product.systemToken };
  const actor = { kind: bench.insurer.tenant.kind, id: bench.insurer.tenant.id };
  for (const [nth, { number, version, recommendation, by }] of held.entries()) {
    const command = { type: 'ApproveClaim', input: { number, version, recommendation } };
    const envelopes = [
      { id: `${name}-decide-${nth}`, principal: { ...bench.insurer.staff[by], permissions: [] }, command },
    ];
    yield { method: 'POST', path: '/internal/commands', headers, body: JSON.stringify({ actor, envelopes }) };
  }
}

/** Calls that approve held claims through the staff's portal: session, permission and form included. */
export function* portalDecisions(bench: Bench, name: string, held: readonly Held[]): Generator<Call> {
  for (const [nth, { number, version, recommendation, by }] of held.entries()) {
    const form = new URLSearchParams({
      command_id: `${name}-decide-${nth}`,
      version: String(version),
      recommendation,
      outcome: 'approve',
    });
    yield {
      method: 'POST',
      path: `/${bench.insurer.slug}/claims/${number}/decisions`,
      headers: {
        origin: bench.product.origin,
        cookie: bench.staff[by]?.cookie ?? '',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form.toString(),
    };
  }
}
