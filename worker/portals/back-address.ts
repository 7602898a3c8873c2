import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';

/**
 * The list that somebody came from, so that they find their place again: as the form says, else as the browser says. Only
 * an address of that list itself is believed, or of another that leads here too, and one that can stand in a header.
 */
export function backAddress(
  c: Context<AppEnv>,
  list: string,
  said = '',
  isAnother: (address: string) => boolean = () => false,
): string {
  const isList = (address: string) =>
    (address === list || address.startsWith(`${list}?`) || isAnother(address)) &&
    /^[\x21-\x7e]+$/.test(address);
  if (isList(said)) return said;
  const referer = c.req.header('referer');
  if (referer === undefined || !URL.canParse(referer)) return list;
  const { pathname, search } = new URL(referer);
  return isList(pathname + search) ? pathname + search : list;
}
