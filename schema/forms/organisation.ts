import { z } from 'zod';
import { currency, line, timeZone } from './fields.ts';
import { facilityForm } from './put-facility.ts';

const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Name the role by its key.');

/** First parts of addresses that are the product's own: no tenant may be called so (test/unit/permissions/addresses.test.ts). */
const reserved = [
  'activate',
  'alerts',
  'assets',
  'company',
  'dev',
  'docs',
  'health',
  'hooks',
  'internal',
  'live',
  'me',
  'alerts',
  'organisations',
  'platform',
  'provider',
  'sign-in',
  'sign-out',
  'v1',
];

/** A new tenant's workspace: the first command its actor takes. */
export const openTenantForm = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,31}$/, 'Use 2–32 small letters, digits or dashes.')
    .refine((slug) => !reserved.includes(slug), 'This name is taken.'),
  name: line(120, 'the name'),
  prefix: z
    .string()
    .regex(/^[A-Z]{2,6}$/, 'Use 2–6 capitals.')
    .meta({ description: 'first part of every member id' }),
  currency: currency.default('NGN'),
  zone: timeZone.default('Africa/Lagos'),
  filingWindowDays: z.number().int().min(1).nullable().default(90).meta({ description: 'null: off' }),
});
/** A new facility's workspace. */
export const openFacilityForm = facilityForm;
/** A person of the organisation and the role they have there. */
export const putStaffForm = z.strictObject({
  accountId: z.string().min(1).max(40),
  name: line(120, 'the name'),
  email: z.email().max(200),
  roleKey: key,
  state: z.enum(['ACTIVE', 'SUSPENDED']).default('ACTIVE'),
});
/** An API key; the secret is made by the worker and only its hash travels. */
export const issueApiKeyForm = z.strictObject({
  id: z.string().min(1).max(40),
  name: line(80, "the key's name"),
  scopes: z.array(z.string().max(60)).min(1, 'Choose at least one scope.').max(100),
  secretHash: z.string().length(64),
});
export const revokeApiKeyForm = z.strictObject({ id: z.string().min(1).max(40) });
/** The link a facility has with a tenant, both sides told: the tenant's half. */
export const linkFacilityForm = z.strictObject({
  facilityId: z.string().min(1).max(40),
  externalId: z.string().max(128).optional(),
  profile: facilityForm,
});
/** The facility's half. */
export const linkTenantForm = z.strictObject({
  tenantId: z.string().min(1).max(40),
  slug: z.string().max(40),
  name: line(120, 'the name'),
  currency: z.string().length(3),
  zone: z.string().max(60),
});
/** Notices seen up to this number. */
export const markNoticesForm = z.strictObject({ seq: z.number().int().min(0) });

export type OpenTenant = z.output<typeof openTenantForm>;
export type OpenFacility = z.output<typeof openFacilityForm>;
export type PutStaff = z.output<typeof putStaffForm>;
export type IssueApiKey = z.output<typeof issueApiKeyForm>;
export type RevokeApiKey = z.output<typeof revokeApiKeyForm>;
export type LinkFacility = z.output<typeof linkFacilityForm>;
export type LinkTenant = z.output<typeof linkTenantForm>;
export type MarkNotices = z.output<typeof markNoticesForm>;
