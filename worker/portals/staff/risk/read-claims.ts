import type { FormErrors } from '../../../../views/ui/form.tsx';

/** Claims as they were typed: their numbers, however they are parted. */
export const readClaims = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  ),
];

/** Claims and requests as they were typed: a request is known by its number, and everything else is meant as a claim's. */
export function readLookedInto(text: string): { claims: string[]; authorizations?: string[] } {
  const numbers = readClaims(text);
  const authorizations = numbers.filter((number) => number.startsWith('PA-'));
  const claims = numbers.filter((number) => !number.startsWith('PA-'));
  return authorizations.length === 0 ? { claims } : { claims, authorizations };
}

/** What is wrong with one of the numbers that were typed stands beside the field they were typed in. */
export function claimErrors(errors: FormErrors): FormErrors {
  const found: Record<string, string> = {};
  for (const [name, message] of Object.entries(errors)) {
    const field = name.replace(/\..*$/, '');
    found[field === 'authorizations' ? 'claims' : field] ??= message;
  }
  return found;
}
