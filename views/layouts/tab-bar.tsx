import { Icon } from '../ui/icon.tsx';
import type { NavItem } from './navigation.tsx';

/** At the foot of a phone: the pages that are wanted most, and the way to the others. */
export function TabBar({ items, current }: { items: readonly NavItem[]; current: string | undefined }) {
  return (
    <nav class="tab-bar on-phone" aria-label="Most used">
      {items.map(({ id, label, href, icon }) => (
        <a href={href} data-nav={id} aria-current={id === current ? 'page' : undefined}>
          <Icon name={icon} size={22} />
          {label}
        </a>
      ))}
      <button type="button" popovertarget="nav">
        <Icon name="menu" size={22} />
        More
      </button>
    </nav>
  );
}
