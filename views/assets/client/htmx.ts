import htmx from 'htmx.org';

type Policy = {
  createHTML: (text: string) => unknown;
  createScript: (text: string) => unknown;
  createScriptURL: (text: string) => unknown;
};
type InternalApi = { initSecurity(policy: Policy, sync: unknown, async: unknown): void };
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, policy: Policy): Policy };
  }
}

function refuse(): never {
  throw new Error('Nothing is evaluated on this page');
}

/** Only an address of our own is one to take a script from. */
function ownAddress(text: string): string {
  return new URL(text, location.href).origin === location.origin ? text : refuse();
}

const rules: Policy = { createHTML: (text) => text, createScript: refuse, createScriptURL: ownAddress };

/** What this page trusts: one policy, whose name the content security policy allows. */
export const policy: Policy = window.trustedTypes?.createPolicy('vetra', rules) ?? rules;

/** Only htmx may write HTML, and nothing may turn text into code: not even a script inside an answer. */
htmx.registerExtension('vetra', {
  init(api: InternalApi) {
    api.initSecurity(policy, refuse, refuse);
  },
});

export { htmx };
