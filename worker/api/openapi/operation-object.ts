import { z } from 'zod';
import { problemView } from '../../../schema/api/problem-view.ts';
import { attachmentTypes } from '../../../schema/domain/claims/attachment.ts';
import { scopesOf } from '../door.ts';
import type { Operation } from '../operation.ts';
import { type ProblemCode, problems } from '../problems.ts';
import type { JsonSchema, Schemas } from './schemas.ts';

/** A parameter as OpenAPI 3.1 has it. */
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string | undefined;
  schema: JsonSchema;
  example?: unknown;
}

type Content = Record<string, { schema: JsonSchema; example?: unknown }>;

interface Answered {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Content;
}

/** One operation as OpenAPI 3.1 has it. */
export interface OperationObject {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: {
    required: boolean;
    content: Content;
  };
  responses: Record<string, Answered>;
}

/** Refusals that every operation can give. */
const common: readonly ProblemCode[] = [
  'key-missing',
  'key-unknown',
  'cross-origin',
  'scope-missing',
  'not-found',
  'rate-limited',
  'internal',
  'unavailable',
];
const ofBodies: readonly ProblemCode[] = ['malformed-json', 'too-deep', 'too-large', 'not-json', 'forbidden'];
const ofFiles: readonly ProblemCode[] = ['too-large', 'not-csv', 'forbidden'];

const ofKind: Readonly<Record<string, readonly ProblemCode[]>> = {
  csv: ofFiles,
  file: ['too-large', 'forbidden'],
  nothing: ['forbidden'],
  json: ofBodies,
};

/** Every refusal an operation can give, in the order of their status. */
export function refusalsOf({ method, takes, refusals, params, query }: Operation): ProblemCode[] {
  const sent = ofKind[takes ?? 'json'];
  const bodied = method === 'GET' ? [] : (sent ?? []);
  const asks = method !== 'GET' || Object.keys({ ...params.shape, ...query.shape }).length > 0;
  const all = new Set([...common, ...bodied, ...(asks ? (['invalid'] as const) : []), ...refusals]);
  return [...all].toSorted((a, b) => problems[a].status - problems[b].status);
}

function parameters({ method, params, query, example }: Operation, schemas: Schemas): Parameter[] {
  const of = (place: 'path' | 'query', form: z.ZodObject, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(form.shape).map(([name, field]): Parameter => {
      const { description, ...schema } = schemas.parameter(field);
      const required = !z.safeParse(field, undefined).success;
      return { name, in: place, required, description, schema, example: values[name] };
    });
  const sent = [...of('path', params, example.params), ...of('query', query)];
  return method === 'POST' ? [...sent, idempotencyKey] : sent;
}

const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'another one for every new thing: 1 to 128 visible ASCII characters',
  schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
  example: 'visit-2026-11-20-0042',
};

const fileContent = { schema: { type: 'string', format: 'binary' } };

const json = (schema: JsonSchema, example: unknown) => ({ 'application/json': { schema, example } });

function answers(operation: Operation, schemas: Schemas): Record<string, Answered> {
  const { example } = operation;
  const entries = Object.entries(operation.answers).map(
    ([status, { means, form, headers, streams, file }]) => {
      const named = Object.entries(headers ?? {}).map(([name, description]) => [
        name,
        { description, schema: { type: 'string' } },
      ]);
      const stream = streams ? { 'text/event-stream': { schema: { type: 'string' } } } : {};
      const bytes = file && { content: Object.fromEntries(file.map((type) => [type, fileContent])) };
      const content =
        form === null
          ? (bytes ?? {})
          : { content: { ...json(schemas.answer(form), example.answer), ...stream } };
      return [
        status,
        { description: means, ...(named.length > 0 && { headers: Object.fromEntries(named) }), ...content },
      ] as const;
    },
  );
  return Object.fromEntries(entries);
}

function refusals(operation: Operation, schemas: Schemas): Record<string, Answered> {
  const schema = schemas.answer(problemView);
  const byStatus = Map.groupBy(refusalsOf(operation), (code) => problems[code].status);
  const entries = [...byStatus].map(([status, codes]) => {
    const description = codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' ');
    const waits = status === 429 || status === 503;
    const headers = waits && {
      headers: { 'retry-after': { description: 'seconds to wait', schema: { type: 'string' } } },
    };
    return [
      status,
      { description, ...headers, content: { 'application/problem+json': { schema } } },
    ] as const;
  });
  return Object.fromEntries(entries);
}

function requestContent({ takes, body, example }: Operation, schemas: Schemas): Content {
  if (takes === 'csv') return { 'text/csv': { schema: { type: 'string' }, example: example.body } };
  if (takes === 'file') return Object.fromEntries(attachmentTypes.map((type) => [type, fileContent]));
  return json(schemas.request(body), example.body);
}

/** Describes one operation; what it names is collected in `schemas`. */
export function operationObject(operation: Operation, schemas: Schemas): OperationObject {
  const { id, area, summary, description, scopes, method } = operation;
  const wanted = (['tenant', 'facility'] as const).flatMap((kind) => {
    const names = scopesOf(scopes, kind).map((scope) => `\`${scope}\``);
    return names.length === 0 ? [] : `a ${kind}'s key: ${names.join(' or ')}`;
  });
  const body = () => requestContent(operation, schemas);
  return {
    operationId: id,
    tags: [area],
    summary,
    description: `${description}\n\nScope of ${wanted.join('; of ')}.`,
    parameters: parameters(operation, schemas),
    ...(method === 'GET' || operation.takes === 'nothing'
      ? {}
      : { requestBody: { required: true, content: body() } }),
    responses: { ...answers(operation, schemas), ...refusals(operation, schemas) },
  };
}
