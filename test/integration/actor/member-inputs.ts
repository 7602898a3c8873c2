import type { TenantCommands } from '../../../schema/commands.ts';

/** One input for each command about members, about nothing that is there. */
export const memberInputs: {
  [Type in
    | 'PutEnrollee'
    | 'SetClientCover'
    | 'SetEnrolleeCover'
    | 'MovePlan'
    | 'ChangePrimaryFacility']: TenantCommands[Type]['input'];
} = {
  PutEnrollee: {
    externalId: 'z',
    clientCode: 'NONE',
    relation: 'principal',
    firstName: 'A',
    lastName: 'B',
    birthDate: '1990-01-01',
    sex: 'male',
    coverFrom: '2020-01-01',
  },
  SetClientCover: { code: 'NONE', change: 'suspend', from: '2026-01-01', reason: 'R' },
  SetEnrolleeCover: { externalId: 'none', change: 'suspend', from: '2026-01-01', reason: 'R' },
  MovePlan: { externalId: 'none', plan: 'NONE', withFamily: true },
  ChangePrimaryFacility: { externalId: 'none', facilityId: 'none' },
};
