import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { facilityGates, type Gate, tenantGates } from '../../../schema/domain/command-permissions.ts';
import {
  clientPermissions,
  enrolleePermissions,
  facilityPermissions,
  type Permission,
  platformPermissions,
  tenantPermissions,
} from '../../../schema/domain/permissions.ts';
import { app } from '../../../worker/app.ts';
import { doorOf } from '../../support/doors.ts';
import { doorless } from './doorless.ts';

const all: readonly Permission[] = [
  ...tenantPermissions,
  ...facilityPermissions,
  ...clientPermissions,
  ...enrolleePermissions,
  ...platformPermissions,
];

/** What a person sees or not within a page that others may open too: the permission and the file that asks for it. */
const visibility: readonly [Permission, string][] = [
  ['enrollee.view_clinical', 'worker/portals/staff/claim-view.tsx'],
  ['claim.override_line', 'durable-objects/tenant/deciding/approve-step.ts'],
];

const gates: Gate[] = [...Object.values<Gate>(tenantGates), ...Object.values<Gate>(facilityGates)];
const ofRoutes = app.routes.flatMap((route) => doorOf(route)?.guards ?? []);
const ofCommands = gates.flatMap(({ tenant, facility, also = [] }) =>
  [tenant, facility, ...also].filter((each) => each !== undefined),
);
const ofData = visibility.map(([permission]) => permission);
const guarding = new Set<Permission>([...ofRoutes, ...ofCommands, ...ofData]);

test('every permission guards a door, but for those whose door is not built yet', () => {
  expect(all.filter((permission) => !guarding.has(permission)).sort()).toEqual([...doorless].sort());
});

test('what is listed as deciding what is seen is asked for where it says', () => {
  for (const [permission, file] of visibility)
    expect([file, readFileSync(file, 'utf8').includes(`'${permission}'`)]).toEqual([file, true]);
});

test('every route has a door, if only one that says that it is for everybody', () => {
  const handlers = app.routes.filter(({ method }) => method !== 'ALL');
  const paths = new Set(handlers.map(({ method, path }) => `${method} ${path}`));
  const guarded = new Set(handlers.filter(doorOf).map(({ method, path }) => `${method} ${path}`));
  expect([...paths].filter((path) => !guarded.has(path))).toEqual([]);
});
