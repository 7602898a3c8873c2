import type { NavItem } from '../layouts/navigation.tsx';
import { paths } from '../paths.ts';

/** The enrollee's own pages. */
export const myNavigation = (): NavItem[] => [
  { id: 'dashboard', label: 'Home', href: paths.me.dashboard(), icon: 'home' },
];
