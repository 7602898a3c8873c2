import { beforeAll, describe, expect, test } from 'vitest';
import { problemView } from '../../../schema/api/problem-view.ts';
import { aClaim, anInsurer, ask, type Insurer } from './an-integrator.ts';

let insurer: Insurer;
beforeAll(async () => {
  insurer = await anInsurer();
});

/** Sends bytes or text as they are to where claims are filed; says how it was refused. */
async function refusal(text: BodyInit, headers: Record<string, string> = {}) {
  const sent = { key: insurer.key, idempotencyKey: crypto.randomUUID(), text, headers };
  const { status, body } = await ask('POST', '/v1/claims', sent);
  expect(problemView.safeParse(body).error?.issues ?? []).toEqual([]);
  return { status, code: body.code, detail: body.detail, errors: body.errors ?? [] };
}

const right = JSON.stringify(aClaim());
const bytes = (...values: number[]) => new Uint8Array(values);

describe('a body that is not JSON', () => {
  test.each([
    ['', 'line 1, column 1'],
    ['{', 'line 1, column 2'],
    ['{\n  "total": NaN\n}', 'line 2, column 12'],
    [right.replace('1000000', 'Infinity'), 'column'],
    [right.slice(0, -1), 'it ends too early'],
    [`${right}${right}`, 'it goes on after its end'],
    [right.replace('{', '{"currency":"USD",'), '“currency” stands twice'],
    [right.replace('Dr Bello', '\\ud800'), 'half a character'],
    [`﻿${right},`, 'it goes on after its end'],
  ])('%s is refused where it goes wrong', async (text, where) => {
    const { status, code, detail } = await refusal(text);
    expect([status, code]).toEqual([400, 'malformed-json']);
    expect(detail).toContain(where);
  });

  test('nor UTF-8', async () => {
    for (const text of [
      bytes(0xff, 0xfe, 0x7b, 0),
      bytes(0x22, 0xc3, 0x28, 0x22),
      bytes(0x22, 0xed, 0xa0, 0x80, 0x22),
    ])
      expect(await refusal(text)).toMatchObject({
        status: 400,
        code: 'malformed-json',
        detail: 'The body is not UTF-8.',
      });
  });

  test('nests too deeply', async () => {
    for (const text of ['['.repeat(17), '{"a":'.repeat(100_000), right.replace('[', '['.repeat(900_000))])
      expect(await refusal(text)).toMatchObject({ status: 400, code: 'too-deep' });
  });

  test('is too large, whether it says so or not', async () => {
    const large = `{"x":"${'x'.repeat(1_000_000)}"}`;
    expect(await refusal(large)).toMatchObject({ status: 413, code: 'too-large' });
    const stream = new Blob([large]).stream();
    expect(await refusal(stream)).toMatchObject({ status: 413, code: 'too-large' });
  });

  test.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-www-form-urlencoded' }],
    [{ 'content-type': 'application/jsonx' }],
    [{ 'content-type': 'application/json; charset=utf-16' }],
    [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('comes as %j', async (headers) => {
    expect(await refusal(right, headers as Record<string, string>)).toMatchObject({
      status: 415,
      code: 'not-json',
    });
  });

  test.each(['application/json', 'Application/JSON; charset="UTF-8"', 'application/vnd.api+json'])(
    'but %s is',
    async (type) => {
      const sent = {
        key: insurer.key,
        idempotencyKey: type.replaceAll(' ', ''),
        text: right,
        headers: { 'content-type': type },
      };
      expect((await ask('POST', '/v1/claims', sent)).status).toBe(201);
    },
  );
});

describe('a body of the wrong form', () => {
  test.each(['null', '1', '"x"', '[]', 'true', '{}', '[{}]', '{"":""}'])('%s', async (text) => {
    const { status, code, errors } = await refusal(text);
    expect([status, code]).toEqual([422, 'invalid']);
    expect(errors.length).toBeGreaterThan(0);
  });

  test.each([
    ['"total":1000000', '"total":99999999999999999999', 'total'],
    ['"total":1000000', '"total":1000000.5', 'total'],
    ['"total":1000000', '"total":1e400', 'total'],
    ['"total":1000000', '"total":-1', 'total'],
    ['"total":1000000', '"total":"1000000"', 'total'],
    ['"total":1000000', '"total":"NaN"', 'total'],
    ['"total":1000000', '"total":null', 'total'],
    ['"total":1000000', '"total":[1000000]', 'total'],
    ['"quantity":1', '"quantity":0', 'lines.0.quantity'],
    ['"quantity":1', '"quantity":1e9', 'lines.0.quantity'],
    ['"quantity":1', '"quantity":true', 'lines.0.quantity'],
    ['"birthDate":"1990-05-17"', '"birthDate":"1990-05-17T00:00:00Z"', 'birthDate'],
    ['"currency":"NGN"', '"currency":{"toString":"NGN"}', 'currency'],
    ['"encounterType":"outpatient"', '"encounterType":["outpatient"]', 'encounterType'],
    ['"enrolleeExternalId":"emp-1"', '"enrolleeExternalId":{"$ne":null}', 'enrolleeExternalId'],
    ['"enrolleeExternalId":"emp-1"', `"enrolleeExternalId":"x' or '1'='1"`, 'enrolleeExternalId'],
    ['{"facility', '{"__proto__":{"admin":true},"facility', '__proto__'],
    ['{"facility', '{"constructor":{"prototype":{}},"facility', 'constructor'],
    ['{"facility', '{"toString":1,"facility', 'toString'],
    ['{"facility', '{"state":"APPROVED","facility', 'state'],
  ])('%s → %s', async (from, to, field) => {
    const { status, code, errors } = await refusal(right.replace(from, to));
    expect([status, code]).toEqual([422, 'invalid']);
    expect(errors.map((error) => error.field)).toContain(field);
  });

  test('of a hundred thousand wrong things is answered shortly', async () => {
    const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`field${i}`, 1]));
    const { status, errors } = await refusal(JSON.stringify(many));
    expect([status, errors.length]).toEqual([422, 100]);
    const lines = JSON.stringify({ ...aClaim(), lines: new Array(100_000).fill(0) });
    expect((await refusal(lines)).errors).toHaveLength(1);
  });

  test('is not helped by what an earlier one said', async () => {
    await refusal(right.replace('{', '{"__proto__":{"birthDate":"1990-05-17"},'));
    const { birthDate, ...rest } = aClaim();
    expect((await refusal(JSON.stringify(rest))).errors[0]?.field).toBe('birthDate');
  });
});

describe('text that is odd but right', () => {
  test('comes back as it was sent', async () => {
    const practitionerName = 'Dr. Ọlájùmọ̀kẹ́ “Ó’Neill” <b>&amp; 日本 😀';
    const sent = { key: insurer.key, idempotencyKey: 'odd', body: aClaim({ practitionerName }) };
    const { body } = await ask('POST', '/v1/claims', sent);
    const read = await ask('GET', `/v1/claims/${body.number}`, { key: insurer.key });
    expect(read.body.practitionerName).toBe(practitionerName);
  });
});
