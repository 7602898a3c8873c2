import type { z } from 'zod';
import type { tenantArguments } from './forms.ts';
import { tenantBySlug } from './look-up.ts';
import { derivedId, employ, issueKey, type Opener, perform } from './opener.ts';

/** Opens a tenant with its administrator; what is there already is left as it is. */
export async function openTenant(opener: Opener, given: z.output<typeof tenantArguments>): Promise<void> {
  const { slug, name, prefix, currency, zone, 'filing-window': filingWindowDays } = given;
  const known = await tenantBySlug(opener.open('directory'), slug);
  const tenant = { kind: 'tenant', id: known?.id ?? derivedId('tenant', slug) } as const;
  if (known) opener.say(`${known.name} (${slug}) was open already and stays as it is.`);
  else {
    const input = { slug, name, prefix, currency, zone, filingWindowDays };
    await perform(opener, tenant, { type: 'OpenTenant', input });
    opener.say(`${name} (${slug}) is open.`);
  }
  await employ(opener, tenant, {
    name: given['admin-name'],
    email: given['admin-email'],
    roleKey: 'admin',
  });
  await issueKey(opener, tenant, given);
}
