import { expect, test } from 'vitest';
import { checkService } from '../../../../schema/domain/plans/check-service.ts';
import type { CatalogueService } from '../../../../schema/domain/plans/plan.ts';

const service: CatalogueService = {
  code: 'ANC',
  name: 'Antenatal package',
  group: 'maternity',
  unit: 'package',
  active: true,
  sex: 'female',
  ageFrom: null,
  ageTo: null,
  minIntervalDays: null,
  consultationLevel: null,
  parts: [],
};
const units: Record<string, string> = { SCAN: 'each', 'ANC-2': 'package' };
const fieldsOf = (change: Partial<CatalogueService>) =>
  checkService(
    { ...service, ...change },
    {
      groupExists: (code) => code === 'maternity',
      find: (code) => (units[code] === undefined ? null : { code, unit: units[code] }),
    },
  ).map(({ field }) => field);

test.each<[string, Partial<CatalogueService>, string[]]>([
  ['a group that is there', { group: 'magic' }, ['group']],
  ['ages in order', { ageFrom: 50, ageTo: 15 }, ['ageTo']],
  ['one age', { ageFrom: 15, ageTo: 15 }, []],
  ['parts in a package only', { unit: 'each', parts: ['SCAN'] }, ['parts']],
  ['no parts elsewhere', { unit: 'each' }, []],
  ['parts that are there', { parts: ['SCAN', 'NONE'] }, ['parts.1']],
  ['parts that are no packages', { parts: ['ANC-2'] }, ['parts.0']],
  ['parts that are others', { parts: ['ANC'] }, ['parts.0']],
  ['parts named once', { parts: ['SCAN', 'SCAN'] }, ['parts.1']],
])('a service wants %s', (_, change, fields) => {
  expect(fieldsOf(change)).toEqual(fields);
});
