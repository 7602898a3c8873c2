import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { operations } from '../../../worker/api/v1/routes.ts';
import { answerOf, callOf, inLines } from '../../../worker/docs/sample-of.ts';

test('a value is written as a person would: short things on one line', () => {
  expect(inLines({ a: 1, b: [1, 2], c: 'x:y,z' })).toBe('{"a": 1, "b": [1, 2], "c": "x:y,z"}');
  const long = { name: 'x'.repeat(40), other: 'y'.repeat(40), list: [{ a: 1 }] };
  expect(inLines(long)).toBe(
    `{\n  "name": "${'x'.repeat(40)}",\n  "other": "${'y'.repeat(40)}",\n  "list": [{"a": 1}]\n}`,
  );
  expect(JSON.parse(inLines(long))).toEqual(long);
});

describe.each(operations)('the example of $id', (operation) => {
  const { method, example } = operation;
  test('is a command line that a shell reads as it is meant', () => {
    const shown = callOf(operation, 'https://vetra.example');
    const words = execFileSync('sh', ['-c', shown.replace(/^curl/, "printf '%s\\0'")])
      .toString()
      .split('\0');
    expect(words.find((word) => word.startsWith('https://vetra.example/v1/'))).toBeDefined();
    expect(words.includes(method)).toBe(method !== 'GET');
    const body = words[words.indexOf('-d') + 1];
    const file = words[words.indexOf('--data-binary') + 1];
    if (operation.takes === 'csv') expect(file).toBe(example.body);
    else if (example.body !== undefined) expect(JSON.parse(body ?? '')).toEqual(example.body);
  });

  test('answers JSON', () => {
    expect(JSON.parse(answerOf(operation))).toEqual(example.answer);
  });
});
