import type { NavItem } from '../layouts/navigation.tsx';
import { paths } from '../paths.ts';

const home: NavItem = { id: 'dashboard', label: 'Home', href: paths.me.dashboard(), icon: 'home' };
const card: NavItem = { id: 'card', label: 'Card', href: paths.me.card(), icon: 'shield' };

/** The enrollee's own pages. */
export const myNavigation = (): NavItem[] => [home, card];

/** Those that stand at the foot of a phone. */
export const myTabs = (): NavItem[] => [home, card];
