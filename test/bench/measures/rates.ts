import {
  type Bench,
  callers,
  decisions,
  doAll,
  filings,
  holdClaims,
  openBench,
  portalDecisions,
} from '../bench.ts';
import { type Figure, rateFigure, timeFigure } from '../figure.ts';
import { type Call, drive, type Figures, median, type Reply } from '../load.ts';

const runs = 3;

/** Fails loudly: a rate of refusals is no rate. */
export function clean(figures: Figures): Figures {
  if (figures.failed > 0)
    throw new Error(`${figures.failed} of ${figures.calls} calls failed: ${figures.firstFailure}`);
  return figures;
}

async function repeat(
  bench: Bench,
  load: (run: number) => Promise<Iterator<Call>>,
  wanted: (reply: Reply) => boolean,
  origin = bench.product.origin,
) {
  const all: Figures[] = [];
  for (let run = 0; run < runs; run += 1)
    all.push(clean(await drive(origin, callers, await load(run), wanted)));
  return { rates: all.map(({ rate }) => rate), p50_ms: median(all.map(({ p50_ms }) => p50_ms)) };
}

/** The answer to a claim that was filed. */
export const filed = ({ status }: Reply): boolean => status === 201;
/** The answer to a command that was done at the actor's door. */
export const decided = ({ status, body }: Reply): boolean => status === 200 && !body.includes('"refused"');

/** Claims of five lines through `POST /v1/claims`, each judged as it comes in. */
export async function measureFilings(bench: Bench): Promise<Figure[]> {
  clean(await drive(bench.product.origin, callers, filings(bench, 'warm', 1000), filed));
  const { rates, p50_ms } = await repeat(bench, async (run) => filings(bench, `filed${run}`, 3000), filed);
  return [
    rateFigure('claims of 5 lines through POST /v1/claims, adjudicated, 64 callers', rates, 600),
    timeFigure('… until it is answered, p50', p50_ms),
  ];
}

/** The same under a plan of 200 benefits, at an insurer of its own. */
export async function measureLargePlan(product: Bench['product']): Promise<Figure[]> {
  const bench = await openBench(product, 200);
  clean(await drive(product.origin, callers, filings(bench, 'warm', 1000), filed));
  const { rates } = await repeat(bench, async (run) => filings(bench, `filed${run}`, 3000), filed);
  return [rateFigure('… under a plan of 200 benefits', rates)];
}

const day_ms = 86_400_000;

/** Straight through: approved, and the ledger consumed, as they come in; at the end one enrollee has 10,000 ledger entries. */
export async function measureStraightThrough(bench: Bench): Promise<Figure[]> {
  const straightThrough = {
    on: true,
    name: 'Bench',
    amountMax: 999_999_999_999,
    riskMax: 100,
    sampleOneIn: 1_000,
  };
  const input = { filingWindowDays: null, receivesAutomatically: true, straightThrough };
  const prices = ['CON-001', 'LAB-001', 'PHA-001', 'RAD-001', 'PRO-001'].map((service) => ({
    service,
    from: '2015-01-01',
    price: 600_000,
  }));
  await doAll(bench, [
    { id: 'bench-prices', command: { type: 'PutPrices', input: { tariff: 'standard', prices } } },
    { id: 'bench-rules', command: { type: 'PutClaimRules', input } },
  ]);
  const anybody = await repeat(bench, async (run) => filings(bench, `through${run}`, 3000), filed);
  const [one = ''] = bench.insurer.memberIds;
  let past = 100;
  const ofOne = () => {
    past += 1;
    const startedAt = new Date(Date.now() - past * day_ms).toISOString();
    return { ...bench.insurer.filing(5), memberId: one, startedAt };
  };
  clean(await drive(bench.product.origin, callers, filings(bench, 'heap', 2000, ofOne), filed));
  const heavy = await repeat(bench, async (run) => filings(bench, `heavy${run}`, 100, ofOne), filed);
  await doAll(bench, [
    {
      id: 'bench-rules-off',
      command: {
        type: 'PutClaimRules',
        input: { ...input, straightThrough: { ...straightThrough, on: false } },
      },
    },
  ]);
  return [
    rateFigure('… approved straight through, with their ledger entries', anybody.rates),
    rateFigure('… all of one enrollee, who has 10,000 ledger entries', heavy.rates),
  ];
}

/** Decisions on one tenant, each durable before it is answered, against half of a bare Durable Object call. */
export async function measureDecisions(bench: Bench, bareObjectRate: number): Promise<Figure[]> {
  const direct = await repeat(
    bench,
    async (run) => decisions(bench, `direct${run}`, await holdClaims(bench, `direct${run}`, 4000)),
    decided,
    bench.product.internalOrigin,
  );
  const portal = await repeat(
    bench,
    async (run) => portalDecisions(bench, `portal${run}`, await holdClaims(bench, `portal${run}`, 2000)),
    ({ status }) => status === 303,
  );
  return [
    rateFigure('decisions on one tenant, durable before answered, 64 callers', direct.rates, 1600),
    rateFigure(
      '… held against half of a bare Durable Object call of this run',
      direct.rates,
      bareObjectRate / 2,
    ),
    timeFigure('… until it is answered, p50', direct.p50_ms),
    rateFigure('decisions through the staff portal: session, permission and form included', portal.rates),
    timeFigure('… until it is answered, p50', portal.p50_ms),
  ];
}
