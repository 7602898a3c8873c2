import type { Permission } from './permissions.ts';

/** Whom a notice is for: everybody with a permission, or some people by their accounts, each between two blanks. */
export type Audience = Permission | `accounts ${string}`;

/** People by their accounts, among what stands between blanks. */
export const accountsIn = (ids: readonly string[]): string => ` ${ids.join(' ')} `;

/** A notice for these people alone. */
export const forAccounts = (...ids: readonly string[]): Audience => `accounts ${accountsIn(ids)}`;

/** The accounts that a notice is for; null: it is for everybody with a permission. */
export function accountsOf(audience: Audience): string[] | null {
  const [kind, ...ids] = audience.split(' ');
  return kind === 'accounts' ? ids.filter((id) => id !== '') : null;
}
