import type { ComponentChildren } from 'preact';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';

type PageHeaderProps = {
  title: ComponentChildren;
  crumbs?: readonly Crumb[] | undefined;
  badge?: ComponentChildren;
  /** One line under the title: counts, context. */
  lead?: ComponentChildren;
  /** Buttons at the right; at most one of them primary. */
  actions?: ComponentChildren;
};

/** What every page begins with: its only first-level heading. */
export function PageHeader({ title, crumbs, badge, lead, actions }: PageHeaderProps) {
  return (
    <header class="head">
      <div>
        {crumbs === undefined ? null : <Breadcrumb crumbs={crumbs} />}
        <h1>
          {title}
          {badge === undefined ? null : <> {badge}</>}
        </h1>
        {lead === undefined ? null : <p>{lead}</p>}
      </div>
      {actions === undefined ? null : <div class="cluster">{actions}</div>}
    </header>
  );
}
