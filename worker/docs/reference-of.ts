import type {
  AnswerEntry,
  FieldEntry,
  FormEntry,
  OperationEntry,
  ProblemEntry,
  Reference,
} from '../../views/docs/reference.ts';
import { type OpenApi, openapiDocument } from '../api/openapi/document.ts';
import type { OperationObject } from '../api/openapi/operation-object.ts';
import { refusalsOf } from '../api/openapi/operation-object.ts';
import type { JsonSchema } from '../api/openapi/schemas.ts';
import type { Operation } from '../api/operation.ts';
import { type ProblemCode, problemAnchor, problems } from '../api/problems.ts';
import { operations } from '../api/v1/routes.ts';
import { fieldEntries, fieldsOf, heldBy } from './fields-of.ts';
import { answerOf, callOf } from './sample-of.ts';

function parameterEntries({ parameters = [] }: OperationObject): FieldEntry[] {
  return parameters.flatMap(({ name, schema, required, description = '' }) =>
    fieldEntries(name, { ...schema, description }, required),
  );
}

function formEntry(name: string, schema: JsonSchema): FormEntry {
  return { name, text: schema.description ?? '', fields: fieldsOf(schema) };
}

function bodyEntry(object: OperationObject, { components }: OpenApi): FormEntry | null {
  const schema = object.requestBody?.content['application/json']?.schema;
  const name = schema && heldBy(schema).form;
  const form = name === undefined ? undefined : components.schemas[name];
  return name === undefined || form === undefined ? null : formEntry(name, form);
}

function answerEntries(object: OperationObject): AnswerEntry[] {
  return Object.entries(object.responses)
    .filter(([status]) => Number(status) < 400)
    .map(([status, { description, content }]) => {
      const schema = content?.['application/json']?.schema;
      return { status, text: description, form: schema && heldBy(schema).form };
    });
}

const problemEntry = (code: ProblemCode): ProblemEntry => {
  const { status, title, meaning } = problems[code];
  return { code, anchor: problemAnchor(code), status, title, text: meaning };
};

function operationEntry(operation: Operation, document: OpenApi, origin: string): OperationEntry | null {
  const path = operation.path.replace(/:(\w+)/g, '{$1}');
  const object = document.paths[path]?.[operation.method.toLowerCase()];
  if (!object) return null;
  return {
    id: object.operationId,
    method: operation.method,
    path,
    summary: object.summary,
    paragraphs: object.description.split('\n\n'),
    parameters: parameterEntries(object),
    body: bodyEntry(object, document),
    answers: answerEntries(object),
    refusals: refusalsOf(operation).map(problemEntry),
    call: callOf(operation, origin),
    answer: answerOf(operation),
  };
}

/** The forms that answers hold; what is sent stands with its operation. Answers have all their fields, so none is marked. */
function answeredForms({ components, paths }: OpenApi): FormEntry[] {
  const sent = new Set(
    Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .map((object) => object.requestBody?.content['application/json']?.schema)
      .map((schema) => schema && heldBy(schema).form),
  );
  return Object.entries(components.schemas)
    .filter(([name]) => !sent.has(name))
    .map(([name, schema]) => formEntry(name, schema))
    .map((form) => ({ ...form, fields: form.fields.map((field) => ({ ...field, required: false })) }));
}

/** Everything the reference shows, from the OpenAPI document; `origin` is where the examples call. */
export function referenceOf(origin: string): Reference {
  const document = openapiDocument();
  const areas = document.tags.map(({ name, description }) => {
    const own = operations.filter((operation) => operation.area === name);
    const entries = own.map((operation) => operationEntry(operation, document, origin));
    return { name, text: description, operations: entries.filter((entry) => entry !== null) };
  });
  const codes = Object.keys(problems).filter((code): code is ProblemCode => Object.hasOwn(problems, code));
  return { origin, areas, forms: answeredForms(document), problems: codes.map(problemEntry) };
}
