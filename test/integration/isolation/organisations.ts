import type { Permission, Principal } from '../../../schema/domain/permissions.ts';
import { seededRoles } from '../../../schema/domain/roles.ts';
import { freshId } from '../../../worker/command.ts';
import { makeApiKey } from '../../../worker/directory/make-api-key.ts';
import { cookieOf, password, post } from '../directory/people.ts';
import { account, command } from './machine.ts';

/** A tenant or a facility with somebody who may do everything there, and a key that may too. */
export interface House {
  kind: 'tenant' | 'facility';
  id: string;
  slug: string;
  /** signs in as the one who may do everything */
  cookie: string;
  principal: Principal;
  /** opens everything of the organisation */
  key: string;
}

const rolesOf = (kind: House['kind']) => seededRoles[kind][0];

/** Issues a key to an organisation, with these scopes. */
export async function aKey(house: Pick<House, 'kind' | 'id'>, scopes: readonly Permission[]) {
  const { id, key, secretHash } = makeApiKey();
  await command(house, [
    { type: 'IssueApiKey', input: { id, name: 'Key', scopes: [...scopes], secretHash } },
  ]);
  return { id, key };
}

/** Opens an organisation by the product's own commands; every name in it begins with `word`. */
export async function aHouse(kind: House['kind'], word: string): Promise<House> {
  const id = freshId();
  const slug = `t-${id.slice(-12)}`;
  const role = rolesOf(kind);
  const permissions = [...(role?.permissions ?? [])];
  const boss = await account(`${word} Person`, password);
  const open =
    kind === 'tenant'
      ? ({
          type: 'OpenTenant',
          input: {
            slug,
            name: `${word} Health`,
            prefix: word
              .normalize('NFD')
              .replace(/[^A-Za-z]/g, '')
              .slice(0, 4)
              .toUpperCase(),
            currency: 'NGN',
            zone: 'Africa/Lagos',
            filingWindowDays: null,
          },
        } as const)
      : ({ type: 'OpenFacility', input: { name: `${word} Clinic`, kind: 'clinic' } } as const);
  const staff = {
    accountId: boss.id,
    name: boss.name,
    email: boss.email,
    roleKey: role?.key ?? '',
    state: 'ACTIVE',
  } as const;
  await command({ kind, id }, [open, { type: 'PutStaff', input: staff }]);
  const principal: Principal = {
    id: boss.id,
    name: boss.name,
    via: 'system',
    organisation: { kind, id },
    permissions,
  };
  const signedIn = await post('/sign-in', { email: boss.email, password });
  const { key } = await aKey({ kind, id }, permissions);
  return { kind, id, slug, cookie: cookieOf(signedIn), principal, key };
}
