/**
 * `npm run risk:report -- --seed N` (or `--seeds a,b,c`): what the risk rules find of frauds planted among honest claims. The
 * area under the ROC curve is said twice. Per fraud: each fraud (act) is one case, judged by the third quartile of its
 * claims' scores. Per claim: every claim of a fraud is a case of its own, by its score in the end; the same by its score on the day
 * it is due stands beside it. All are the probability that the fraudulent case scores higher than an honest claim, ties half.
 */
import { parseArgs } from 'node:util';
import { run } from './engine.ts';
import { type Figures, figuresOf } from './figures.ts';
import { generate } from './generator/generate.ts';

const percent = (share: number) =>
  Number.isNaN(share) ? '–' : `${(100 * share).toFixed(share < 0.1 ? 2 : 1)}%`;

function table(figures: Figures): string {
  const head = [
    'rule',
    'planted',
    'recall',
    'by any',
    'flagged',
    'precision',
    'of its kind',
    'honest flagged',
    'lighter',
  ];
  const rows = figures.rules.map((one) => [
    one.rule,
    String(one.planted),
    percent(one.recall),
    percent(one.recallByAny),
    String(one.flagged),
    percent(one.precision),
    percent(one.precisionOwn),
    percent(one.honest),
    String(one.lighter),
  ]);
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const write = (row: readonly string[]) =>
    row.map((text, i) => (i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0))).join('  ');
  return [head, ...rows].map(write).join('\n');
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string' },
    claims: { type: 'string', default: '20000' },
  },
});
const seeds = (values.seeds ?? values.seed ?? '1').split(',').map(Number);

for (const seed of seeds) {
  const figures = figuresOf(run(generate(seed, Number(values.claims))));
  const { areaPerFraud, areaPerClaim, areaWhenDue, honestOver60, honestFlagged, microsPerClaim, baselines } =
    figures;
  process.stdout.write(`
Seed ${seed}: ${figures.honest} honest claims (and ${figures.slips} mistaken ones, counted for neither side), ${figures.acts} frauds made of ${figures.fraudClaims} claims

${table(figures)}

area under the ROC curve per fraud: ${areaPerFraud.toFixed(4)} (${figures.acts} frauds, each one case by the third quartile of its claims' scores, against ${figures.honest} honest claims)
area under the ROC curve per claim: ${areaPerClaim.toFixed(4)} (${figures.fraudClaims} fraudulent claims, each by its own score in the end, against the same; by the score on the day it is due: ${areaWhenDue.toFixed(4)})
honest claims over 60 points: ${percent(honestOver60)}; flagged at all: ${percent(honestFlagged)}
detect and learn: ${microsPerClaim.toFixed(1)} µs a claim; ${baselines.many} baselines, the largest ${baselines.largest} characters
`);
}
