import type { ComponentChildren } from 'preact';
import type { Tone } from './badge.tsx';

type NoticeProps = {
  tone?: Exclude<Tone, 'neutral'> | undefined;
  title?: string | undefined;
  id?: string | undefined;
  children?: ComponentChildren;
};

/** Something to know before going on. A danger notice is announced at once. */
export function Notice({ tone = 'info', title, id, children }: NoticeProps) {
  return (
    <div
      class={tone === 'info' ? 'notice' : `notice ${tone}`}
      id={id}
      role={tone === 'danger' ? 'alert' : undefined}
    >
      {title === undefined ? null : <b>{title} </b>}
      {children}
    </div>
  );
}
