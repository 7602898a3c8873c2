import type { FieldEntry } from '../../views/docs/reference.ts';
import type { JsonSchema } from '../api/openapi/schemas.ts';

type Held = Pick<FieldEntry, 'holds' | 'form'>;

const formOf = ($ref: string) => $ref.slice($ref.lastIndexOf('/') + 1);
const figure = (value: number) => value.toLocaleString('en-GB');

const formats: Readonly<Record<string, string>> = {
  date: 'date',
  'date-time': 'moment',
  email: 'e-mail address',
};

/** Bounds in words; the smallest and the largest of `figures` are left out where they say nothing. */
function bounds(least: number | undefined, most: number | undefined, of: string): string {
  if (least !== undefined && most !== undefined) return `, ${figure(least)}–${figure(most)}${of}`;
  if (most !== undefined) return `, at most ${figure(most)}${of}`;
  return least === undefined || least === 0 ? '' : `, at least ${figure(least)}${of}`;
}

function heldByList(schema: JsonSchema): Held {
  const items = schema.items ?? {};
  const { holds, form } = items.properties ? { holds: 'objects', form: undefined } : heldBy(items);
  return {
    holds: `list of ${holds}${bounds(schema.minItems, schema.maxItems, '')}`.replace('  ', ' '),
    form,
  };
}

function heldByText({ enum: choices, format, minLength, maxLength }: JsonSchema): string {
  if (choices) return choices.map((choice) => `“${choice}”`).join(', ');
  const named = format === undefined ? undefined : formats[format];
  return named ?? `text${bounds(minLength, maxLength, ' characters')}`;
}

/** What a schema lets a field hold, in words. */
export function heldBy(schema: JsonSchema): Held {
  if (schema.$ref !== undefined) return { holds: '', form: formOf(schema.$ref) };
  const options = schema.anyOf?.filter((option) => option.type !== 'null');
  const [only] = options ?? [];
  if (schema.anyOf && only) {
    const { holds, form } = heldBy(only);
    return { holds: `${holds} or null`, form };
  }
  const types = [schema.type ?? []].flat();
  const orNull = types.includes('null') ? ' or null' : '';
  switch (types.find((type) => type !== 'null')) {
    case 'array':
      return heldByList(schema);
    case 'integer':
    case 'number':
      return { holds: `whole number${bounds(schema.minimum, schema.maximum, '')}${orNull}` };
    case 'boolean':
      return { holds: `true or false${orNull}` };
    case 'object':
      return { holds: `object${orNull}` };
    default:
      return { holds: `${heldByText(schema)}${orNull}` };
  }
}

function textOf(schema: JsonSchema): string {
  const described =
    schema.description ?? schema.anyOf?.find((option) => option.description)?.description ?? '';
  if (schema.default === undefined) return described;
  return [described, `left out: \`${schema.default}\``].filter(Boolean).join('; ');
}

/** One field, and those within it that have no named form of their own. */
export function fieldEntries(name: string, schema: JsonSchema, required: boolean): FieldEntry[] {
  const own = { name, ...heldBy(schema), required, text: textOf(schema) };
  if (schema.properties) return [own, ...fieldsOf(schema, `${name}.`)];
  if (schema.items?.properties) return [own, ...fieldsOf(schema.items, `${name}[].`)];
  return [own];
}

/** The fields of an object, one a row. */
export function fieldsOf(schema: JsonSchema, prefix = ''): FieldEntry[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    fieldEntries(`${prefix}${name}`, field, schema.required?.includes(name) ?? false),
  );
}
