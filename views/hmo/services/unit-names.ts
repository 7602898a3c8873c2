/** What a service is billed by. */
export const unitNames: Readonly<Record<string, string>> = {
  each: 'Each',
  day: 'Day',
  case: 'Case',
  package: 'Package',
};
