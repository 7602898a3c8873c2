import { Icon, type IconName } from '../ui/icon.tsx';

export type NavItem = { id: string; label: string; href: string; icon: IconName; count?: number | undefined };

/** A portal's modules. On a phone it opens from the menu button. A live frame may replace `nav-count-<id>`. */
export function Navigation({ items, current }: { items: readonly NavItem[]; current: string | undefined }) {
  return (
    <nav class="nav" id="nav" popover="auto" aria-label="Main">
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} data-nav={item.id} aria-current={item.id === current ? 'page' : undefined}>
              <Icon name={item.icon} />
              {item.label}
              {item.count === undefined ? null : (
                <b id={`nav-count-${item.id}`}>{item.count === 0 ? '' : item.count}</b>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
