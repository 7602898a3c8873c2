import { Hono } from 'hono';
import { DocsDocument } from '../../views/docs/docs-document.tsx';
import { ReferencePage } from '../../views/docs/reference-page.tsx';
import { paths } from '../../views/paths.ts';
import { assetUrl } from '../assets.ts';
import type { AppEnv } from '../env.ts';
import { publicDoor } from '../middleware/guard.ts';
import { ownOrigin } from '../middleware/origin.ts';
import { pageAssets } from '../page-assets.ts';
import { asksForPiece, leaveFor, render } from '../render.tsx';
import { referenceOf } from './reference-of.ts';

const brand = { name: 'Vetra', href: paths.home() };
const page = { title: 'API reference' };

/** The API's reference, to be mounted at `/docs`: for everybody, signed in or not. */
export const docs = new Hono<AppEnv>();

docs.get('/', publicDoor, (c) => {
  // It has a layout of its own, which cannot be swapped into another.
  if (asksForPiece(c)) return leaveFor(c, paths.docs());
  const assets = { ...pageAssets(), brand: assetUrl('docs.css') };
  const content = <ReferencePage reference={referenceOf(ownOrigin(c))} />;
  c.header('Cache-Control', 'public, max-age=300');
  return render(c, {
    page,
    site: brand.name,
    content,
    whole: (body) => (
      <DocsDocument page={page} assets={assets} brand={brand}>
        {body}
      </DocsDocument>
    ),
  });
});
