import { HtmlValidate } from 'html-validate';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect } from 'vitest';
import { Plain } from '../../../views/layouts/plain.tsx';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Not of HTML itself: how it was written, or what the renderer decides.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    // htmx's own element, and its attributes
    'element-name': ['error', { whitelist: ['hx-partial'] }],
    // `popover` and `list` are newer than the tables
    'no-unknown-attribute': 'off',
    'no-implicit-button-type': 'error',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    'no-raw-characters': 'off',
  },
});

/** Renders a page's content in a document, and fails with every mistake in its HTML. */
export async function validHtml(content: VNode): Promise<string> {
  const assets = { css: '/index.css', script: '/index.js', icon: '/icon.svg' };
  const html = renderToString(
    <Plain page={{ title: 'Sample' }} assets={assets} brand={{ name: 'Vetra', href: '/' }}>
      {content}
    </Plain>,
  );
  const report = await validator.validateString(`<!doctype html>${html}`);
  const found = report.results.flatMap((result) =>
    result.messages.map(
      ({ ruleId, message, offset }) =>
        `${ruleId}: ${message} … ${html.slice(Math.max(0, offset - 40), offset + 120)}`,
    ),
  );
  expect(found).toEqual([]);
  return html;
}
