import type { Context } from 'hono';
import { ProductPage } from '../../views/public/product-page.tsx';
import type { AppEnv } from '../env.ts';
import { plainView } from '../plain-view.tsx';
import { render } from '../render.tsx';
import { homeOf } from './home-of.ts';

/** Shows what Vetra is, and the way in. */
export function showProduct(c: Context<AppEnv>): Response {
  const work = c.var.session ? homeOf(c.var.session.membership?.organisation) : undefined;
  const content = <ProductPage work={work} demo={c.env.DEMO === '1'} />;
  return render(
    c,
    plainView({ page: { title: 'The operating system of a health insurer' }, content, wide: true }),
  );
}
