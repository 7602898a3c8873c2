import { Agent } from 'node:http';
import { createClient } from '@libsql/client';
import { type Figure, timeFigure } from '../figure.ts';
import { quantile, send } from '../load.ts';

const words = [
  'malaria',
  'E11',
  'fracture of fem',
  'diabetes',
  'J06',
  'hypert',
  'acute upper resp',
  'a',
  'preg',
  'burn third degree left hand',
];

/** Times an address per word, as the form asks it while somebody types. */
export async function measureSearch(
  originText: string,
  cookie: string,
  searches: readonly { what: string; address: (word: string) => string }[],
): Promise<Figure[]> {
  const origin = new URL(originText);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const figures: Figure[] = [];
  for (const { what, address } of searches) {
    const taken: number[] = [];
    for (let nth = 0; nth < 200; nth += 1) {
      const began = performance.now();
      const reply = await send(origin, agent, {
        method: 'GET',
        path: address(words[nth % words.length] ?? ''),
        headers: { cookie, 'hx-request': 'true', 'hx-request-type': 'partial' },
      });
      if (reply.status !== 200) throw new Error(`${what}: ${reply.status}`);
      if (nth >= 20) taken.push(performance.now() - began);
    }
    taken.sort((a, b) => a - b);
    figures.push(timeFigure(`${what}, p95`, quantile(taken, 0.95)));
  }
  agent.destroy();
  return figures;
}

/** How many codes are searched. */
export async function countCodes(databaseUrl: string, authToken: string): Promise<number> {
  const client = createClient({ url: databaseUrl.replace('{db}', 'reference'), authToken });
  const { rows } = await client.execute('select count(*) n from icd10');
  client.close();
  return Number(rows[0]?.n);
}
