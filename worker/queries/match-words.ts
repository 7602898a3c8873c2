/**
 * What a person typed, as a full-text match: every word, the last one as the beginning of a word. Letters and digits only
 * reach the query, so that nothing typed can be an operator. Null when there is nothing to look for: a single letter alone
 * would match half of the table.
 */
export function matchWords(typed: string): string | null {
  const words =
    typed
      .slice(0, 200)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 10) ?? [];
  const telling = words.filter((word) => word.length > 1);
  const last = words.at(-1);
  if (telling.length === 0 || last === undefined) return null;
  return telling.map((word) => (word === last ? `"${word}"*` : `"${word}"`)).join(' ');
}

/** The range of texts that begin with a prefix: from it, up to but without the second. */
export const startingWith = (prefix: string): [from: string, before: string] => [
  prefix,
  `${prefix}\u{10ffff}`,
];
