import { HtmlValidate } from 'html-validate';
import { type ComponentChildren, Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  elements: [
    'html5',
    {
      'hx-partial': {
        flow: true,
        phrasing: true,
        permittedContent: ['@flow', '@phrasing', '@meta', 'tr', 'td', 'li', 'option'],
      },
    },
  ],
  rules: {
    'no-trailing-whitespace': 'off',
    // Preact writes boolean attributes empty and void elements closed, which is HTML as well.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // An alert is announced the moment it arrives; <section> would not be.
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    'valid-autocomplete': 'error',
  },
});

/** What stands in a page, as HTML. */
export function markupOf(node: ComponentChildren): string {
  return renderToString(h(Fragment, null, node));
}

/** What html-validate has to say about a piece of HTML: one line each, none when it is valid. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, offset }) => `${ruleId}: ${message} in ${html.slice(offset - 30, offset + 60)}`,
    ),
  );
}
