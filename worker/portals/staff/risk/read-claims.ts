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

/** What is wrong with one of the claims that were typed stands beside the field they were typed in. */
export function claimErrors(errors: FormErrors): FormErrors {
  const found: Record<string, string> = {};
  for (const [field, message] of Object.entries(errors)) found[field.replace(/\..*$/, '')] ??= message;
  return found;
}
