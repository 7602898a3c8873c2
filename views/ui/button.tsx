import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { KeyHint } from './key-hint.tsx';

export type ButtonLook = 'plain' | 'primary' | 'refuse' | 'quiet';

type Shared = {
  look?: ButtonLook | undefined;
  keys?: string | undefined;
  slim?: boolean | undefined;
  wide?: boolean | undefined;
  children: ComponentChildren;
};

function lookClass(
  base: string,
  { look = 'plain', slim, wide }: Omit<Shared, 'children'>,
): string | undefined {
  const names = [
    base,
    look === 'plain' ? '' : look,
    slim === true ? 'slim' : '',
    wide === true ? 'wide' : '',
  ];
  return names.filter(Boolean).join(' ') || undefined;
}

type ButtonProps = Shared &
  Pick<
    ButtonHTMLAttributes<HTMLButtonElement>,
    | 'id'
    | 'type'
    | 'name'
    | 'value'
    | 'disabled'
    | 'hidden'
    | 'form'
    | 'formaction'
    | 'formnovalidate'
    | 'popovertarget'
  >;

/**
 * A button; in a form it submits. One `primary` per view; `refuse` (red) only to refuse. `keys` is its shortcut.
 * Attributes with a hyphen (`data-…`, `hx-…`, `aria-…`) pass through.
 */
export function Button({ look, keys, slim, wide, children, ...rest }: ButtonProps) {
  const name = lookClass('', { look, slim, wide });
  return (
    <button type="submit" {...rest} class={name} aria-keyshortcuts={keys}>
      {children}
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </button>
  );
}

type LinkProps = Shared &
  Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'id' | 'rel' | 'download' | 'target'> & { href: string };

/** A link that looks like a button: it goes somewhere and changes nothing. A download carries `download`. */
export function ButtonLink({ look, keys, slim, wide, children, ...rest }: LinkProps) {
  return (
    <a {...rest} class={lookClass('btn', { look, slim, wide })} aria-keyshortcuts={keys}>
      {children}
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </a>
  );
}
