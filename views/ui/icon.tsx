import { type IconName, iconPaths } from './icon-paths.ts';

export type { IconName };

/** Decoration only: the words beside it carry the meaning. `size` in CSS pixels. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number | undefined }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
