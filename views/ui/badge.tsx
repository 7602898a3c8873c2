import type { ComponentChildren } from 'preact';

export type Tone = 'ok' | 'warn' | 'danger' | 'info' | 'neutral';
export type Shape = 'dot' | 'ring' | 'square' | 'diamond';

/** A state in words, with a tone and a shape. Each tone has its own shape, so colour never speaks alone. */
export function Badge({
  tone = 'neutral',
  shape,
  children,
}: {
  tone?: Tone | undefined;
  shape?: Shape | undefined;
  children: ComponentChildren;
}) {
  const names = ['badge', tone === 'neutral' ? undefined : tone, shape];
  return <span class={names.filter(Boolean).join(' ')}>{children}</span>;
}
