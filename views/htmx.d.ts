/** The htmx attributes the pages use. A name with a colon needs a spread: `{...{'hx-boost:inherited': 'true'}}`. */
import 'preact';

declare module 'preact' {
  interface DOMAttributes<Target extends EventTarget> {
    'hx-get'?: string;
    'hx-post'?: string;
    'hx-target'?: string;
    'hx-swap'?: string;
    'hx-trigger'?: string;
    'hx-sync'?: string;
    'hx-include'?: string;
    'hx-vals'?: string;
    'hx-boost'?: string;
    'hx-select'?: string;
    'hx-confirm'?: string;
    'hx-push-url'?: 'true' | 'false';
    'hx-morph-skip-children'?: boolean;
  }
}

declare module 'preact/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'hx-partial': {
        id?: string;
        'hx-target'?: string;
        'hx-swap'?: string;
        children?: preact.ComponentChildren;
      };
    }
  }
}
