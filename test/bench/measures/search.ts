import { Agent } from 'node:http';
import { paths } from '../../../views/paths.ts';
import { signIn } from '../../support/insurer.ts';
import type { Bench } from '../bench.ts';
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

/** The searches of the claim form, as it asks them while somebody types. */
export async function measureSearch({ product, insurer }: Bench): Promise<Figure[]> {
  const cookie = await signIn(product, insurer.clerk);
  const searches = [
    { what: 'search over 95,358 diagnoses', address: (q: string) => paths.provider.diagnoses({ q }) },
    {
      what: "search over the insurer's services",
      address: (q: string) => paths.provider.services({ q, tenant: insurer.tenant.id }),
    },
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const figures: Figure[] = [];
  for (const { what, address } of searches) {
    const taken: number[] = [];
    for (let nth = 0; nth < 220; nth += 1) {
      const began = performance.now();
      const path = address(words[nth % words.length] ?? '');
      const headers = { cookie, 'hx-request': 'true', 'hx-request-type': 'partial' };
      const reply = await send(new URL(product.origin), agent, { method: 'GET', path, headers });
      if (reply.status !== 200) throw new Error(`${what}: ${reply.status}`);
      if (nth >= 20) taken.push(performance.now() - began);
    }
    taken.sort((a, b) => a - b);
    figures.push(
      timeFigure(`${what}, p50`, quantile(taken, 0.5)),
      timeFigure('… p95', quantile(taken, 0.95)),
    );
  }
  agent.destroy();
  return figures;
}
