import type { ImportColumn } from './columns.ts';

/** The columns of a file of enrollees. */
export const enrolleeColumns: readonly ImportColumn[] = [
  {
    name: 'action',
    means: 'ADD: a new person. CHANGE: what is not empty in the row becomes so. END: their cover ends.',
    example: 'ADD',
    required: true,
  },
  {
    name: 'date',
    means: 'ADD: the first day of cover. END: the last one. Year-month-day, or day/month/year.',
    example: '2026-12-01',
    fields: ['coverFrom', 'from'],
  },
  {
    name: 'external_id',
    means: 'Your own number of the person, such as a staff number. It is how the row finds them again.',
    example: 'DNG-10442',
    required: true,
  },
  {
    name: 'member_id',
    means: 'Of somebody without such a number, to CHANGE or END.',
    example: 'MER-DANG-00042-P',
  },
  { name: 'client_code', means: 'The client’s code. Empty: INDV, or the principal’s.', example: 'DANG' },
  {
    name: 'plan',
    means: 'The plan’s code. Empty: the principal’s, or the only one offered.',
    example: 'GOLD',
  },
  { name: 'relation', means: 'principal, spouse, child or other. Empty: principal.', example: 'spouse' },
  {
    name: 'principal_external_id',
    means: 'Whose dependant: the principal’s external_id, in this file or not.',
    example: 'DNG-10441',
  },
  { name: 'principal_member_id', means: 'The same by the principal’s member id.', example: '' },
  { name: 'first_name', means: 'Needed to ADD.', example: 'Ada' },
  { name: 'last_name', means: 'Needed to ADD.', example: 'Obi' },
  {
    name: 'birth_date',
    means: 'Needed to ADD. Year-month-day, or day/month/year.',
    example: '1990-05-17',
  },
  { name: 'sex', means: 'Needed to ADD: female or male.', example: 'female' },
  { name: 'phone', means: 'With the country’s code.', example: '+234 803 123 4567' },
  { name: 'email', means: 'One address.', example: 'ada@company.example' },
  { name: 'nin', means: 'National identity number, 11 digits.', example: '' },
  { name: 'nhia_number', means: 'Number with the National Health Insurance Authority.', example: '' },
  {
    name: 'primary_facility',
    means: 'The facility’s id as you gave it to us.',
    example: '',
    fields: ['primaryFacilityExternalId', 'primaryFacilityId'],
  },
  { name: 'transferred', means: 'yes: came from another insurer without a gap.', example: '' },
  { name: 'cover_to', means: 'ADD: the last day of cover, where it is known already.', example: '' },
  { name: 'death_date', means: 'Where somebody has died.', example: '' },
  { name: 'end_reason', means: 'END: why. Empty: “Left”.', example: 'Left the company', fields: ['reason'] },
];
