import { expect, test } from 'vitest';
import { placeBeside } from '../../../../schema/domain/network/place-beside.ts';

test.each([
  ['Lagoon View Hospital, Ikeja', ['Ikeja', 'Lagos'], 'Lagos'],
  ['Lagoon View Hospital (Ikeja)', ['ikeja', 'Lagos'], 'Lagos'],
  ['Lagoon View Hospital', ['Ikeja', 'Lagos'], 'Ikeja, Lagos'],
  ['Sunrise Clinic', ['Lagos', 'Lagos'], 'Lagos'],
  ['Kano', ['Kano', 'Kano'], ''],
  // The end of another word is no place.
  ['Eureka Clinic Mokola', ['Ola', 'Oyo'], 'Ola, Oyo'],
  ['Sunrise Clinic', [undefined, null], ''],
  ['Sunrise Clinic', ['', 'Oyo'], 'Oyo'],
])('%s in %j says %s', (name, places, said) => {
  expect(placeBeside(name, places)).toBe(said);
});
