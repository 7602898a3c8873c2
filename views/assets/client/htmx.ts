import htmx from 'htmx.org';

type Policy = { createHTML: (text: string) => unknown; createScript: (text: string) => unknown };
type InternalApi = { initSecurity(policy: Policy, sync: unknown, async: unknown): void };
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, policy: Policy): Policy };
  }
}

function refuse(): never {
  throw new Error('Nothing is evaluated on this page');
}

const rules: Policy = { createHTML: (text) => text, createScript: refuse };

/** Only htmx may write HTML, and nothing may turn text into code: not even a script inside an answer. */
htmx.registerExtension('vetra', {
  init(api: InternalApi) {
    api.initSecurity(window.trustedTypes?.createPolicy('vetra', rules) ?? rules, refuse, refuse);
  },
});

export { htmx };
