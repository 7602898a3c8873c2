import { commonPasswords } from './common-passwords.ts';

/** Fewest characters of a password (people.md, Sign-in). */
const password_characters_min = 12;

/** Most characters that are taken: hashing a book would be a way to keep the machine busy. */
const password_characters_max = 200;

/** The shortest piece that a text is a repetition of: `abcabcabc` is three of `abc`. */
function period(text: string): number {
  return (`${text}${text}`.indexOf(text, 1) + text.length) % text.length || text.length;
}

/** What somebody who is guessed at first: parts of names and addresses of four letters and more. */
const partsOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 4);

/**
 * Why a password cannot be taken, in a sentence that says what to do; null: it can (people.md, Sign-in: at least twelve
 * characters, and none that many people use). `own`: the person's names and e-mail address, which alone are no password.
 */
export function whyNotPassword(password: string, own: readonly string[]): string | null {
  const length = [...password].length;
  if (length < password_characters_min) return `Use at least ${password_characters_min} characters.`;
  if (length > password_characters_max) return `Use at most ${password_characters_max} characters.`;
  const text = password.toLowerCase();
  if (period(text) <= 4) return 'This repeats itself. Use several words that do not belong together.';
  if (commonPasswords.has(text))
    return 'Many people use this password. Use several words that do not belong together.';
  const left = partsOf(own).reduce((rest, part) => rest.replaceAll(part, ''), text);
  if (left.replace(/[\d\W_]/gu, '').length < 4 && left !== text)
    return 'This is little more than your name. Use several words that do not belong together.';
  return null;
}
