import { setTimeout as wait } from 'node:timers/promises';
import { paths } from '../../../views/paths.ts';
import { issueKey } from '../../support/insurer.ts';
import type { Bench } from '../bench.ts';
import { type Figure, timeFigure } from '../figure.ts';

const people = 10_000;
const families = 4_000;
const columns =
  'action,date,external_id,principal_external_id,relation,first_name,last_name,birth_date,sex,phone';

/** Families of one principal and up to two dependants, the dependants before all principals. */
function fileOf(name: string): string {
  const row = (nth: number) => {
    const family = nth % families;
    const own =
      nth < families ? ['', 'principal'] : [`${name}-${family}`, nth < 2 * families ? 'spouse' : 'child'];
    const born = own[1] === 'child' ? '2019-03-02' : '1988-05-17';
    const sex = nth % 2 ? 'male' : 'female';
    return [
      'ADD',
      '2026-01-01',
      `${name}-${nth}`,
      ...own,
      `Ada${nth}`,
      'Obi',
      born,
      sex,
      '+234 803 123 4567',
    ].join();
  };
  const rows = Array.from({ length: people }, (_, nth) => row(people - 1 - nth));
  return [columns, ...rows].join('\r\n');
}

interface Followed {
  state: string;
  applied: { created: number };
  checked: { unchanged: number; refused: number };
}

async function follow(bench: Bench, address: string, key: string): Promise<Followed> {
  for (;;) {
    const answer = await fetch(new URL(address, bench.product.origin), { headers: { 'x-api-key': key } });
    const found: Followed = JSON.parse(await answer.text());
    if (answer.ok && found.state === 'DONE') return found;
    if (!answer.ok && answer.status !== 429)
      throw new Error(`the import cannot be followed: ${answer.status}`);
    await wait(100);
  }
}

/** From the file's first byte to the last of its people, checked and applied; and the same file again. */
export async function measureImport(bench: Bench): Promise<Figure[]> {
  const key = await issueKey(bench.product, bench.insurer, ['enrollee.import']);
  const text = fileOf(`bench-${Date.now()}`);
  const run = async (nth: number) => {
    const began = performance.now();
    const sent = await fetch(
      new URL(paths.api.enrolleeImport({ fileName: 'people.csv' }), bench.product.origin),
      {
        method: 'POST',
        headers: {
          'content-type': 'text/csv',
          'x-api-key': key,
          'idempotency-key': `${text.length}-${nth}-${began}`,
        },
        body: text,
      },
    );
    const { address = '' }: { address?: string } = JSON.parse(await sent.text());
    if (sent.status !== 202) throw new Error(`the file was not taken: ${sent.status}`);
    const done = await follow(bench, address, key);
    return { done, ms: performance.now() - began };
  };
  const first = await run(1);
  if (first.done.applied.created !== people) throw new Error(`imported: ${JSON.stringify(first.done)}`);
  const again = await run(2);
  if (again.done.checked.unchanged !== people)
    throw new Error(`imported again: ${JSON.stringify(again.done)}`);
  return [
    timeFigure('import of 10,000 enrollees, from the upload to the last one done', first.ms, 15_000),
    timeFigure('… the same file again, which changes nothing', again.ms),
  ];
}
