import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault, placeOf } from '../../../worker/api/json-fault.ts';

const fault = (text: string) => findJsonFault(text, 16);

describe('what is JSON', () => {
  test.each([
    '{}',
    '[]',
    ' [ 1 , -0.5e+10 , true , false , null , "" ] ',
    '{"a":{"b":[{"a":1}]}}',
    '"\\u00e9\\n\\\\\\"\\/"',
    '0',
    '"\\ud83d\\ude00"',
    '{"a":1,"A":2}',
    '\t\r\n{"é":"日本"}',
  ])('%s', (text) => {
    expect(fault(text)).toBeNull();
  });

  test('everything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.nat({ max: 2 }), (text, space) => {
        const value: unknown = JSON.parse(text);
        expect(fault(JSON.stringify(value, null, space))).toBeNull();
      }),
    );
  });
});

describe('what is not', () => {
  test.each([
    ['', 0, 'it ends too early'],
    ['{', 1, 'it ends too early'],
    ['{"a":1', 6, 'it ends too early'],
    ['[1,]', 3, 'a value should start here'],
    ['{"a":1,}', 7, 'a name in quotation marks should stand here'],
    ["{'a':1}", 1, 'a name in quotation marks should stand here'],
    ['{a:1}', 1, 'a name in quotation marks should stand here'],
    ['{"a" 1}', 5, 'a colon should stand here'],
    ['[1 2]', 3, 'a comma or the end should stand here'],
    ['[1}', 2, 'a comma or the end should stand here'],
    ['NaN', 0, 'a value should start here'],
    ['Infinity', 0, 'a value should start here'],
    ['-', 0, 'a value should start here'],
    ['.5', 0, 'a value should start here'],
    ['+1', 0, 'a value should start here'],
    ['01', 1, 'it goes on after its end'],
    ['1.', 1, 'it goes on after its end'],
    ['1 // one', 2, 'it goes on after its end'],
    ['{} {}', 3, 'it goes on after its end'],
    ['"a', 0, 'the text that starts here does not end'],
    ['"a\nb"', 2, 'a control character stands in a text; write it as an escape'],
    ['"\\x41"', 1, 'this escape does not exist'],
    ['"\\u12g4"', 1, 'this escape does not exist'],
    ['"\\ud800"', 0, 'an escape in this text is half a character'],
    ['undefined', 0, 'a value should start here'],
    ['truely', 4, 'it goes on after its end'],
  ])('%s', (text, at, message) => {
    expect(fault(text)).toEqual({ kind: 'syntax', at, message });
  });

  test('nothing that JSON.parse refuses passes', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', '{', '}', ',', ':', '\\', '0', 'x'),
        (text, at, put) => {
          const cut = at % (text.length + 1);
          const broken = text.slice(0, cut) + put + text.slice(cut + 1);
          if (fault(broken) === null) expect(() => JSON.parse(broken)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('stricter than JSON.parse', () => {
  test('a name stands once in an object, however it is written', () => {
    expect(fault('{"total":1,"total":2}')).toEqual({
      kind: 'syntax',
      at: 11,
      message: '“total” stands twice in one object',
    });
    expect(fault('{"a":1,"\\u0061":2}')?.message).toBe('“a” stands twice in one object');
    expect(fault('[{"a":1},{"a":2}]')).toBeNull();
  });

  test('nesting has an end, and no depth exhausts the reader', () => {
    expect(findJsonFault('[[[]]]', 3)).toBeNull();
    expect(findJsonFault('[[[[]]]]', 3)).toEqual({
      kind: 'depth',
      at: 3,
      message: 'it is nested more than 3 levels deep',
    });
    expect(findJsonFault('['.repeat(500_000), 1_000_000)?.message).toBe('it ends too early');
  });
});

test('a place is a line and a column, from 1', () => {
  const text = '{\n  "a": 1,\n  "a": 2\n}';
  expect(placeOf(text, fault(text)?.at ?? 0)).toBe('line 3, column 3');
  expect(placeOf('[', 0)).toBe('line 1, column 1');
});
