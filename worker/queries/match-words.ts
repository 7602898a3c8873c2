/**
 * What a person typed, as a full-text match: every word, the last one as the beginning of a word. Letters and digits only
 * reach the query, so that nothing typed can be an operator. Null when there is nothing to look for: a single letter alone
 * would match half of the table. `spelled` gives another spelling of a word that is as good.
 */
export function matchWords(typed: string, spelled = (word: string) => word): string | null {
  const words =
    typed
      .slice(0, 200)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 10) ?? [];
  const telling = words.filter((word) => word.length > 1 || /\d/.test(word));
  const last = words.at(-1);
  if (telling.every((word) => word.length === 1) || last === undefined) return null;
  const quoted = (word: string, of: string) => (of === last ? `"${word}"*` : `"${word}"`);
  const matches = telling.map((word) => {
    const other = spelled(word);
    return other === word ? quoted(word, word) : `(${quoted(word, word)} OR ${quoted(other, word)})`;
  });
  return matches.join(' AND ');
}

/** The range of texts that begin with a prefix: from it, up to but without the second. */
export const startingWith = (prefix: string): [from: string, before: string] => [
  prefix,
  `${prefix}\u{10ffff}`,
];
