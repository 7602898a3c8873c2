import { type Bench, callers, decisions, filings, holdClaims, portalDecisions } from '../bench.ts';
import { type Figure, rateFigure, timeFigure } from '../figure.ts';
import { type Call, drive, type Figures, median, type Reply } from '../load.ts';

const runs = 3;

/** Fails loudly: a rate of refusals is no rate. */
function clean(figures: Figures): Figures {
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

/** Claims of five lines through `POST /v1/claims`. */
export async function measureFilings(bench: Bench): Promise<Figure[]> {
  clean(
    await drive(
      bench.product.origin,
      callers,
      filings(bench, 'warm', 1000, 5),
      ({ status }) => status === 201,
    ),
  );
  const { rates, p50_ms } = await repeat(
    bench,
    async (run) => filings(bench, `filed${run}`, 3000, 5),
    ({ status }) => status === 201,
  );
  return [
    rateFigure('claims of 5 lines through POST /v1/claims, 64 callers', rates, 600),
    timeFigure('… until it is answered, p50', p50_ms),
  ];
}

/** Decisions on one tenant, each durable before it is answered, against half of a bare Durable Object call. */
export async function measureDecisions(bench: Bench, bareObjectRate: number): Promise<Figure[]> {
  const done = ({ status, body }: Reply) => status === 200 && !body.includes('"refused"');
  const direct = await repeat(
    bench,
    async (run) => decisions(bench, `direct${run}`, await holdClaims(bench, `direct${run}`, 4000)),
    done,
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
