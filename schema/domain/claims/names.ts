const words = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * Whether a name as given is the person's: in any order, without regard to case, accents and marks, and with middle
 * names left out on either side; at least two words must be shared (or the only one there is).
 */
export function agreesWithName(given: string, person: { firstName: string; lastName: string }): boolean {
  const asked = new Set(words(given));
  const known = new Set(words(`${person.firstName} ${person.lastName}`));
  const shared = [...asked].filter((word) => known.has(word)).length;
  const least = Math.min(asked.size, known.size);
  return shared > 0 && shared === least && (least >= 2 || known.size === 1);
}
