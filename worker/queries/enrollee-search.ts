import { phoneKey } from '../../schema/domain/members/phone.ts';
import { matchWords, startingWith } from './match-words.ts';

/** What a person is searched by, read from the one field: a member id, a telephone number, or words. */
export type EnrolleeSearch =
  | { by: 'member'; from: string; before: string }
  | { by: 'phone'; from: string; before: string }
  | { by: 'words'; match: string };

/** The beginning of a member id: two or three parts of it at least, so that a hyphenated name is none. */
const memberStart = /^[A-Z]{2,6}-[A-Z]{2,6}-[\dA-Z-]*$/;
/** Fewer digits are a family's number, which words find. */
const phoneDigitsMin = 7;

/** Reads what was typed; null: nothing that could find anybody. */
export function readEnrolleeSearch(typed: string): EnrolleeSearch | null {
  const text = typed.trim();
  const code = text.toUpperCase();
  if (memberStart.test(code)) {
    const [from, before] = startingWith(code);
    return { by: 'member', from, before };
  }
  const digits = text.replaceAll(/\D/g, '');
  const key = /^[\d\s+().\-/]+$/.test(text) && digits.length >= phoneDigitsMin ? phoneKey(text) : null;
  if (key !== null) {
    const [from, before] = startingWith(key);
    return { by: 'phone', from, before };
  }
  const match = matchWords(text);
  return match === null ? null : { by: 'words', match };
}
