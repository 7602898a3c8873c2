import { demoId, type FacilityKey } from './organisations.ts';

/** Where somebody works in the demo, and as what (the keys of schema/domain/roles.ts). */
export interface DemoMembership {
  at: 'meridian' | FacilityKey;
  roleKey: string;
}

export interface DemoPerson {
  accountId: string;
  name: string;
  email: string;
  memberships: readonly DemoMembership[];
}

const staff: readonly [name: string, email: string, ...memberships: DemoMembership[]][] = [
  ['Ifeoma Nwosu', 'ifeoma.nwosu@meridian.example', { at: 'meridian', roleKey: 'admin' }],
  ['Amina Bello', 'amina.bello@meridian.example', { at: 'meridian', roleKey: 'claims-manager' }],
  ['Chidi Eze', 'chidi.eze@meridian.example', { at: 'meridian', roleKey: 'adjudicator' }],
  ['Folake Lawal', 'folake.lawal@meridian.example', { at: 'meridian', roleKey: 'adjudicator' }],
  ['Tunde Adeyemi', 'tunde.adeyemi@meridian.example', { at: 'meridian', roleKey: 'finance' }],
  ['Halima Sani', 'halima.sani@meridian.example', { at: 'meridian', roleKey: 'provider-relations' }],
  ['Ebuka Obi', 'ebuka.obi@meridian.example', { at: 'meridian', roleKey: 'read-only' }],
  ['Yetunde Oladipo', 'yetunde.oladipo@lagoonview.example', { at: 'lagoon-view', roleKey: 'owner' }],
  ['Kelechi Umeh', 'kelechi.umeh@lagoonview.example', { at: 'lagoon-view', roleKey: 'admin' }],
  ['Funmi Ogunleye', 'funmi.ogunleye@lagoonview.example', { at: 'lagoon-view', roleKey: 'billing' }],
  ['Garba Musa', 'garba.musa@lagoonview.example', { at: 'lagoon-view', roleKey: 'front-desk' }],
  ['Ngozi Akpan', 'ngozi.akpan@lagoonview.example', { at: 'lagoon-view', roleKey: 'read-only' }],
  ['Emeka Okafor', 'emeka.okafor@marigold.example', { at: 'marigold', roleKey: 'owner' }],
  ['Blessing Effiong', 'blessing.effiong@marigold.example', { at: 'marigold', roleKey: 'front-desk' }],
  ['Ibrahim Danjuma', 'ibrahim.danjuma@baobab.example', { at: 'baobab', roleKey: 'admin' }],
  ['Uche Ibekwe', 'uche.ibekwe@baobab.example', { at: 'baobab', roleKey: 'billing' }],
  // bills for two facilities and chooses between them after signing in
  [
    'Rukayat Balogun',
    'rukayat.balogun@billing.example',
    { at: 'marigold', roleKey: 'billing' },
    { at: 'baobab', roleKey: 'billing' },
  ],
];

/** Staff of every role at the insurer and at the facilities, and one person at two facilities. */
export const demoPeople: readonly DemoPerson[] = staff.map(([name, email, ...memberships], index) => ({
  accountId: demoId(101 + index),
  name,
  email,
  memberships,
}));

/** Who works there in one of these roles, in the order above. */
export function demoStaff(at: DemoMembership['at'], ...roleKeys: string[]): DemoPerson[] {
  return demoPeople.filter((person) =>
    person.memberships.some((membership) => membership.at === at && roleKeys.includes(membership.roleKey)),
  );
}
