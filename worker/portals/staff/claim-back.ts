import type { Context } from 'hono';
import { isBillingMonth, type PileKey } from '../../../schema/domain/piles/pile.ts';
import { paths } from '../../../views/paths.ts';
import type { AppEnv } from '../../env.ts';
import { backAddress } from '../back-address.ts';

/** The pile that an address is the page of; null: it is another page. */
export function pileOfAddress(c: Context<AppEnv>, address: string): PileKey | null {
  const root = `${paths.staff(c.var.organisation.slug ?? '').piles()}/`;
  const [path = ''] = address.split('?');
  if (!path.startsWith(root)) return null;
  const [facility = '', month = '', ...more] = path.slice(root.length).split('/');
  if (more.length > 0 || !/^[0-9A-Za-z-]{1,40}$/.test(facility) || !isBillingMonth(month)) return null;
  return { facilityId: facility, month };
}

/** The list that somebody came to a claim from: a pile's page, or the queue as they had filtered it. */
export function claimBack(c: Context<AppEnv>, said = ''): string {
  const to = paths.staff(c.var.organisation.slug ?? '');
  return backAddress(c, to.claims(), said, (address) => pileOfAddress(c, address) !== null);
}
