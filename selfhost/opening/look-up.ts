import type { Client } from '@libsql/client/http';
import { z } from 'zod';
import { openFacilityForm } from '../../schema/forms/organisation.ts';

const account = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  hasPassword: z.number().transform((flag) => flag === 1),
});

/** The one account with this address, or null. */
export async function accountByEmail(
  directory: Client,
  email: string,
): Promise<z.output<typeof account> | null> {
  const { rows } = await directory.execute({
    sql: 'select id, email, name, password is not null "hasPassword" from accounts where email = ?',
    args: [email],
  });
  return rows[0] ? account.parse(rows[0]) : null;
}

/** Whether a key of this id was ever made. */
export async function apiKeyExists(directory: Client, id: string): Promise<boolean> {
  const { rows } = await directory.execute({ sql: 'select 1 from api_keys where id = ?', args: [id] });
  return rows.length > 0;
}

const tenant = z.object({ id: z.string(), name: z.string() });

/** The tenant at this part of the address, or null. */
export async function tenantBySlug(directory: Client, slug: string): Promise<z.output<typeof tenant> | null> {
  const { rows } = await directory.execute({
    sql: "select id, name from organisations where kind = 'tenant' and slug = ?",
    args: [slug],
  });
  return rows[0] ? tenant.parse(rows[0]) : null;
}

const facility = z.object({
  id: z.string(),
  profile: z.string().transform((text) => openFacilityForm.parse(JSON.parse(text))),
});

/** The facility of this name in this city, however either is capitalised, or null. */
export async function facilityNamed(
  directory: Client,
  name: string,
  city: string,
): Promise<z.output<typeof facility> | null> {
  const { rows } = await directory.execute({
    sql: `select id, profile from organisations where kind = 'facility' and lower(name) = lower(?)
      and lower(json_extract(profile, '$.city')) = lower(?) order by id limit 1`,
    args: [name, city],
  });
  return rows[0] ? facility.parse(rows[0]) : null;
}

const settings = z.object({
  slug: z.string(),
  name: z.string(),
  currency: z.string(),
  calendar: z.object({ zone: z.string() }),
});

/** What a facility has to know of a tenant to be linked with it. */
export async function linkedAs(tenantDatabase: Client) {
  const { rows } = await tenantDatabase.execute('select data from settings');
  const { calendar, ...own } = settings.parse(JSON.parse(String(rows[0]?.data)));
  return { ...own, zone: calendar.zone };
}
