import type { ComponentChildren } from 'preact';
import { Brand, type BrandProps } from '../layouts/brand.tsx';
import { documentTitle, Main, type Page } from '../layouts/main-piece.tsx';
import { type Assets, Document } from '../ui/document.tsx';

type DocsDocumentProps = { page: Page; assets: Assets; brand: BrandProps; children: ComponentChildren };

/** The reference's layout: a bar, contents at the side, one long column. */
export function DocsDocument({ page, assets, brand, children }: DocsDocumentProps) {
  return (
    <Document title={documentTitle(page, brand.name)} assets={assets} bodyClass="docs">
      <header class="bar">
        <Brand {...brand} />
      </header>
      <Main page={page}>{children}</Main>
    </Document>
  );
}
