import { paths } from '../../views/paths.ts';
import type { ChosenOrganisation } from '../directory/session.ts';

/** Where the work of an organisation begins; for those without a portal yet, the choice of organisations. */
export function homeOf(organisation: ChosenOrganisation | undefined): string {
  if (organisation?.kind === 'tenant' && organisation.slug !== null)
    return paths.staff(organisation.slug).dashboard();
  if (organisation?.kind === 'facility') return paths.provider.dashboard();
  if (organisation?.kind === 'enrollee') return paths.me.dashboard();
  return paths.organisations();
}

/** An address of our own to go on to, or nothing: another site's would make the sign-in page lure people away. */
export function safeNext(next: string | undefined): string | undefined {
  if (next === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return undefined;
  return next;
}
