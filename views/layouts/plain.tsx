import type { ComponentChildren } from 'preact';
import { type Assets, Document } from '../ui/document.tsx';
import { Brand, type BrandProps } from './brand.tsx';
import { documentTitle, Main, type Page } from './main-piece.tsx';

type PlainProps = {
  page: Page;
  assets: Assets;
  brand: BrandProps;
  /** `wide` for a page that presents something; otherwise one narrow card. */
  wide?: boolean | undefined;
  children: ComponentChildren;
};

/** A page outside the portals: signing in, choosing an organisation, errors, maintenance, the product page. */
export function Plain({ page, assets, brand, wide = false, children }: PlainProps) {
  return (
    <Document
      title={documentTitle(page, brand.name)}
      assets={assets}
      bodyClass={wide ? 'plain wide' : 'plain'}
      boosted={false}
    >
      <header>
        <Brand {...brand} />
      </header>
      <Main page={page}>{children}</Main>
      <p class="unseen" id="status" role="status" />
    </Document>
  );
}
