/** A national number as it is shown: its last four characters. */
export function masked(number: string | null): string | null {
  if (number === null) return null;
  return `${'•'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;
}
