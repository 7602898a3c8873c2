import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../worker/api/form-errors.ts';
import { openapiDocument, templateOf } from '../../../worker/api/openapi/document.ts';
import { refusalsOf } from '../../../worker/api/openapi/operation-object.ts';
import { problems } from '../../../worker/api/problems.ts';
import { operations } from '../../../worker/api/v1/routes.ts';

const document = openapiDocument();

test('the document is valid OpenAPI 3.1, and all it refers to is in it', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone({ ...document }));
  expect(result.errors ?? []).toEqual([]);
  expect(validator.version).toBe('3.1');
  const named = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  for (const [, name] of named) expect(Object.keys(document.components.schemas)).toContain(name);
});

test('every operation is in it under an id of its own', () => {
  const said = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => `${method.toUpperCase()} ${path} ${operation.operationId}`,
    ),
  );
  expect(said.toSorted()).toEqual(
    operations.map(({ method, path, id }) => `${method} ${templateOf(path)} ${id}`).toSorted(),
  );
  expect(new Set(operations.map((operation) => operation.id)).size).toBe(operations.length);
});

test('every area has its words, and every form and parameter a description or a name that says it all', () => {
  const areas = new Set(operations.map((operation) => operation.area));
  expect(document.tags.map((tag) => tag.name).toSorted()).toEqual([...areas].toSorted());
  for (const [name, schema] of Object.entries(document.components.schemas))
    expect(schema.description, name).toMatch(/\.$/);
});

describe.each(operations)('$id', (operation) => {
  const { example } = operation;
  test('takes its own example', () => {
    expect(readForm(operation.params, example.params ?? {})).toHaveProperty('value');
    expect(readForm(operation.query, example.query ?? {})).toHaveProperty('value');
    expect(readForm(operation.body, example.body ?? null)).toHaveProperty('value');
  });

  test('answers as its example does', () => {
    const answer = operation.answers[example.status];
    expect(answer?.form?.safeParse(example.answer).error?.issues ?? []).toEqual([]);
  });

  test('names every parameter that stands in its address', () => {
    const inAddress = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(operation.params.shape)).toEqual(inAddress);
  });

  test('asks for a scope of each kind of key that may call it', () => {
    expect(Object.values(operation.scopes).length).toBeGreaterThan(0);
  });
});

test('every problem of the catalogue can be met somewhere, and none is missing from it', () => {
  const met = new Set(operations.flatMap(refusalsOf));
  const beside = ['method-not-allowed'];
  expect([...met, ...beside].toSorted()).toEqual(Object.keys(problems).toSorted());
});
