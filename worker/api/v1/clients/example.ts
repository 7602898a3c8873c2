import type { ClientView } from '../../../../schema/api/member-views.ts';

/** The client of the reference's examples. */
export const exampleClient = {
  name: 'Dangira Cement Plc',
  contacts: [
    { name: 'Bisi Adewale', role: 'Head of HR', email: 'hr@dangira.example', phone: '+234 803 555 0100' },
  ],
  contracts: [{ from: '2026-01-01', to: '2026-12-31' }],
  offers: [{ plan: 'GOLD', premium: 12_500_000, per: 'year' }],
  waivesWaiting: true,
} as const;

/** The same as it is answered. */
export const exampleClientView: ClientView = {
  code: 'DANG',
  name: exampleClient.name,
  cover: 'ACTIVE',
  contacts: [...exampleClient.contacts],
  contracts: [...exampleClient.contracts],
  offers: [...exampleClient.offers],
  waivesWaiting: true,
  people: 0,
};
