import type { ComponentChildren } from 'preact';
import type { Page } from '../views/layouts/main-piece.tsx';
import { Plain } from '../views/layouts/plain.tsx';
import { paths } from '../views/paths.ts';
import { pageAssets } from './page-assets.ts';
import type { View } from './render.tsx';

const brand = { name: 'Vetra', href: paths.home() };

/** A page outside the portals, as a view. */
export function plainView(own: { page: Page; content: ComponentChildren; wide?: boolean }): View {
  const whole = (content: ComponentChildren) => (
    <Plain page={own.page} assets={pageAssets()} brand={brand} wide={own.wide}>
      {content}
    </Plain>
  );
  return { page: own.page, site: brand.name, content: own.content, whole };
}
