import type { AuthCode } from '../../../schema/domain/adjudication/facts.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { standsFor } from '../../../schema/domain/authorizations/stands-for.ts';
import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { Want } from '../../actor/book.ts';
import { authorizationKey } from '../memory/authorizations.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';

/** Lines, each with the code it names. */
interface Naming {
  lines: readonly { authorization: string | null }[];
}

function namedBy(
  { lines }: Naming,
  find: (key: string) => Authorization | null | undefined,
): Map<string, Authorization> {
  const found = new Map<string, Authorization>();
  for (const { authorization: code } of lines) {
    const one = code === null ? null : find(authorizationKey.code(code));
    if (one && code !== null) found.set(code, one);
  }
  return found;
}

/** The authorizations that lines name, by what they call them: an auth code or a breach reference. */
export const authorizationsNamed = ({ authorizations }: TenantMemory, naming: Naming) =>
  namedBy(naming, (key) => authorizations.get(key));

/** The codes that lines name. */
export const namedWants = (memory: TenantMemory, { lines }: Naming): Want[] =>
  lines.flatMap(({ authorization }) =>
    authorization === null
      ? []
      : [{ shelf: memory.authorizations, key: authorizationKey.code(authorization) }],
  );

function standing(memory: TenantMemory, named: ReadonlyMap<string, Authorization>): Map<string, AuthCode> {
  const settings = named.size === 0 ? null : memory.settings.get(only);
  if (!settings) return new Map();
  const terms = { zone: settings.calendar.zone, validDays: settings.authorizations.validDays };
  return new Map(
    [...named].flatMap(([code, one]) => {
      const stands = standsFor(one, code, terms);
      return stands ? [[code, stands] as const] : [];
    }),
  );
}

/** What those codes stand for, for the engine. */
export const codesNamed = (memory: TenantMemory, { claim }: { claim: Naming }): Map<string, AuthCode> =>
  standing(memory, authorizationsNamed(memory, claim));

/** The first days of the codes that lines name, as far as those are in memory. */
export function codesBegin(memory: TenantMemory, naming: Naming): CalendarDate[] {
  const found = namedBy(naming, (key) => memory.authorizations.peek(key));
  return [...standing(memory, found).values()].map(({ validFrom }) => validFrom);
}
