import { LibsqlError } from '@libsql/client/web';

/** Whether a fault says that a database could not be asked, rather than that the question was wrong. */
export function isUnreachable(fault: unknown): boolean {
  for (let each = fault; each instanceof Error; each = each.cause) {
    if (each instanceof LibsqlError && !each.code.startsWith('SQLITE_')) return true;
    if (/network connection lost|fetch failed|connection refused/i.test(each.message)) return true;
  }
  return false;
}
