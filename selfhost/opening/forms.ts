import { z } from 'zod';
import { facilityPermissions, tenantPermissions } from '../../schema/domain/permissions.ts';
import { externalId, line } from '../../schema/forms/fields.ts';
import {
  issueApiKeyForm,
  openFacilityForm,
  openTenantForm,
  putStaffForm,
} from '../../schema/forms/organisation.ts';

const scopesOf = <Permission extends string>(catalogue: readonly Permission[]) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((scope) => scope.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.enum(catalogue, { error: ({ input }) => `There is no scope ${input}.` }))
        .min(1, 'Name at least one scope.'),
    );

const filingWindow = z
  .string()
  .regex(/^(off|[1-9]\d{0,3})$/, 'Give a number of days, or off.')
  .transform((text) => (text === 'off' ? null : Number(text)));

const name = putStaffForm.shape.name;
const email = z.email('Enter an e-mail address.').max(200).toLowerCase();
const keyName = issueApiKeyForm.shape.name.default('Integration');
const tenant = openTenantForm.shape;

/** The options of `open tenant`, by the names they are written with. */
export const tenantArguments = z.strictObject({
  slug: tenant.slug,
  name: tenant.name,
  prefix: tenant.prefix,
  'admin-name': name,
  'admin-email': email,
  currency: tenant.currency,
  zone: tenant.zone,
  'filing-window': filingWindow.default(90),
  'api-key': scopesOf(tenantPermissions).optional(),
  'api-key-name': keyName,
});

/** The options of `open facility`; a facility is known by its name and city. */
export const facilityArguments = z.strictObject({
  ...openFacilityForm.shape,
  city: line(80, 'the city'),
  'owner-name': name,
  'owner-email': email,
  tenant: z.string(),
  'external-id': externalId.optional(),
  'api-key': scopesOf(facilityPermissions).optional(),
  'api-key-name': keyName,
});
