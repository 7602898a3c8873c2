import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return `${value}`;
  return KINDS[typeof value] ?? 'something else';
}

/** A bound in the words of what it bounds. */
function boundSentence(issue: Issue & { origin: string }, bound: unknown, side: 'least' | 'most'): string {
  if (issue.origin === 'string') return `Use at ${side} ${bound} characters.`;
  if (issue.origin === 'array') return `Give at ${side} ${bound}.`;
  return `Send ${bound} or ${side === 'least' ? 'more' : 'less'}.`;
}

/**
 * What to do about a mistake, for forms that have no sentence of their own for it. Never repeats what was sent: it may
 * be personal, and it ends up in other people's logs.
 */
export function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'This is required.';
      return `Send ${KINDS[issue.expected] ?? 'another kind of value'}, not ${kindOf(issue.input)}.`;
    case 'invalid_value':
      return `Send one of ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return boundSentence(issue, issue.maximum, 'most');
    case 'too_small':
      return boundSentence(issue, issue.minimum, 'least');
    case 'invalid_format':
      return 'This is not written as it should be; see the reference.';
    default:
      return 'This is not accepted; see the reference.';
  }
}
