import type { Permission } from '../../schema/domain/permissions.ts';
import type { Role } from '../../schema/domain/roles.ts';
import { insertRows, readJson } from './json-rows.ts';
import type { Kind } from './shelf.ts';

const inKeys = (column: string) => `${column} in (select value from json_each(?))`;

/** Somebody of the organisation's own people. */
export interface Staff {
  accountId: string;
  name: string;
  email: string;
  roleKey: string;
  state: 'ACTIVE' | 'SUSPENDED';
}

/** An API key of the organisation; its secret's hash is in the directory only. */
export interface ApiKey {
  id: string;
  name: string;
  scopes: readonly Permission[];
  createdAt: number;
  revokedAt: number | null;
}

export const staffKind: Kind<Staff> = {
  name: 'staff',
  capacity: 2_000,
  keys: (staff) => [staff.accountId],
  read: (keys) =>
    readJson(
      'staff',
      { accountId: 'account_id', name: 'name', email: 'email', roleKey: 'role_key', state: 'state' },
      inKeys('account_id'),
      keys,
    ),
  parse: (text) => {
    const staff: Staff[] = JSON.parse(text);
    return staff;
  },
  write: (made, changed) =>
    insertRows(
      'staff',
      ['account_id', 'name', 'email', 'role_key', 'state'],
      [...made, ...changed].map((staff) => [
        staff.accountId,
        staff.name,
        staff.email,
        staff.roleKey,
        staff.state,
      ]),
      'on conflict do update set name = excluded.name, email = excluded.email, role_key = excluded.role_key, state = excluded.state',
    ),
};

export const roleKind: Kind<Role> = {
  name: 'role',
  capacity: 200,
  keys: (role) => [role.key],
  read: (keys) =>
    readJson('roles', { key: 'key', name: 'name', permissions: 'json(permissions)' }, inKeys('key'), keys),
  parse: (text) => {
    const roles: Role[] = JSON.parse(text);
    return roles;
  },
  write: (made, changed) =>
    insertRows(
      'roles',
      ['key', 'name', 'permissions'],
      [...made, ...changed].map((role) => [role.key, role.name, role.permissions]),
      'on conflict do update set name = excluded.name, permissions = excluded.permissions',
    ),
};

export const apiKeyKind: Kind<ApiKey> = {
  name: 'API key',
  capacity: 500,
  keys: (key) => [key.id],
  read: (keys) =>
    readJson(
      'api_keys',
      { id: 'id', name: 'name', scopes: 'json(scopes)', createdAt: 'created_at', revokedAt: 'revoked_at' },
      inKeys('id'),
      keys,
    ),
  parse: (text) => {
    const found: ApiKey[] = JSON.parse(text);
    return found;
  },
  write: (made, changed) =>
    insertRows(
      'api_keys',
      ['id', 'name', 'scopes', 'created_at', 'revoked_at'],
      [...made, ...changed].map((key) => [key.id, key.name, key.scopes, key.createdAt, key.revokedAt]),
      'on conflict do update set name = excluded.name, scopes = excluded.scopes, revoked_at = excluded.revoked_at',
    ),
};
