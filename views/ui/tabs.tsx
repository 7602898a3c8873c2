type Tab = {
  label: string;
  href: string;
  count?: number | undefined;
  current?: boolean | undefined;
  keys?: string | undefined;
};

/** Views of one list, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a
              href={tab.href}
              aria-current={tab.current === true ? 'page' : undefined}
              aria-keyshortcuts={tab.keys}
            >
              {tab.label}
              {tab.count === undefined ? null : <small>{tab.count}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
