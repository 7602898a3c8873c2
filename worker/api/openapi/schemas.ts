import { z } from 'zod';

/** A JSON Schema (2020-12) as the forms of the API make it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  default?: unknown;
  enum?: (string | number)[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

/** Any other object of an OpenAPI document. */
export type Schema = { readonly [keyword: string]: unknown };

/** What zod answers: the schema, and the named ones it refers to. */
type Converted = JsonSchema & { $schema?: string; $defs?: Record<string, JsonSchema & { id?: string }> };

const refs = (text: string) => text.replaceAll('"#/$defs/', '"#/components/schemas/');

/** What an override may change of a schema that is being made. */
interface Making {
  jsonSchema: { format?: string; pattern?: string; additionalProperties?: unknown; maximum?: number };
}

/** The pattern of a moment is 400 characters that say less than `format: date-time`. */
function dropTimePattern({ jsonSchema }: Making): void {
  if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern;
}

/** Answers may gain fields, so a client must not refuse those it does not know; and every figure is a safe integer. */
function loosen({ jsonSchema }: Making): void {
  delete jsonSchema.additionalProperties;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** The schemas of forms, with those that have a name of their own collected under `components`. */
export class Schemas {
  readonly #named = new Map<string, JsonSchema>();

  /** Everything named so far, in alphabetical order. */
  get components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** What is sent: before defaults are filled in and texts are trimmed. */
  request(form: z.ZodType): JsonSchema {
    return this.#collect(z.toJSONSchema(form, { io: 'input', override: dropTimePattern }));
  }

  /** What is answered. */
  answer(form: z.ZodType): JsonSchema {
    const override = (ctx: Making) => {
      dropTimePattern(ctx);
      loosen(ctx);
    };
    return this.#collect(z.toJSONSchema(form, { io: 'output', override }));
  }

  /** A parameter: what its text means after it was read. */
  parameter(form: z.ZodType): JsonSchema {
    return this.#collect(z.toJSONSchema(form, { io: 'output', override: dropTimePattern }));
  }

  #collect(converted: unknown): JsonSchema {
    const read: Converted = JSON.parse(refs(JSON.stringify(converted)));
    const { $schema, $defs = {}, ...schema } = read;
    for (const [name, { id, ...definition }] of Object.entries($defs)) this.#named.set(name, definition);
    return schema;
  }
}
