import type { NavItem } from '../layouts/navigation.tsx';
import { paths } from '../paths.ts';

const { me } = paths;
const home: NavItem = { id: 'dashboard', label: 'Home', href: me.dashboard(), icon: 'home' };
const card: NavItem = { id: 'card', label: 'Card', href: me.card(), icon: 'shield' };
const coverage: NavItem = { id: 'coverage', label: 'Coverage', href: me.coverage(), icon: 'heart' };
const claims: NavItem = { id: 'claims', label: 'Claims', href: me.claims(), icon: 'claim' };

/** The enrollee's own pages. */
export const myNavigation = (): NavItem[] => [
  home,
  card,
  coverage,
  claims,
  { id: 'authorizations', label: 'Authorizations', href: me.authorizations(), icon: 'key' },
  { id: 'alerts', label: 'Alerts', href: paths.alerts.list(), icon: 'warning' },
  { id: 'providers', label: 'Providers', href: me.providers(), icon: 'building' },
  { id: 'check-ins', label: 'Check-ins', href: me.checkIns(), icon: 'person' },
  { id: 'family', label: 'Family', href: me.family(), icon: 'people' },
  { id: 'notices', label: 'Notifications', href: me.notices(), icon: 'bell' },
  { id: 'profile', label: 'Profile', href: me.profile(), icon: 'person' },
  { id: 'data', label: 'My data', href: me.exports(), icon: 'file' },
  { id: 'security', label: 'Security', href: me.security(), icon: 'lock' },
];

/** Those that stand at the foot of a phone. */
export const myTabs = (): NavItem[] => [home, card, coverage, claims];
