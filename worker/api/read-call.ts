import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { FieldError } from '../../schema/domain/refusal.ts';
import { freshId } from '../command.ts';
import type { AppEnv } from '../env.ts';
import { readForm } from './form-errors.ts';
import type { Fault } from './problems.ts';
import { readCsvBody } from './read-csv-body.ts';
import { readJson } from './read-json.ts';

/** What a request of one method and address may say. */
export interface Forms<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> {
  method: 'GET' | 'PUT' | 'POST';
  params: Params;
  query: Query;
  body: Body;
  /** what the body is; left out: JSON. A `file` is not read here: whoever takes it reads it as a stream. */
  takes?: 'csv' | 'file' | 'nothing';
  /** whether a POST that asks this does nothing, and so needs no Idempotency-Key */
  keyless?: (query: (name: string) => string | undefined) => boolean;
}

/** One request, read through its forms. */
export interface Call<Params, Query, Body> {
  c: Context<AppEnv>;
  params: Params;
  query: Query;
  body: Body;
  /** the id of the command this request stands for: the same for every repetition of a POST */
  commandId: string;
}

const VISIBLE = /^[\x21-\x7e]{1,128}$/;

/**
 * The id of the command that a request stands for. A POST is the same command each time it comes with the same
 * Idempotency-Key from the same API key. A PUT says how a thing shall be, so each is a command of its own: were its id
 * made from what it says, changing A to B and back to A would count as a repetition of the first and do nothing.
 */
function commandIdOf(
  c: Context<AppEnv>,
  { method, keyless }: Pick<Forms<z.ZodObject, z.ZodObject, z.ZodType>, 'method' | 'keyless'>,
): string | Fault {
  if (method !== 'POST' || keyless?.((name) => c.req.query(name)) === true) return `put:${freshId()}`;
  const key = c.req.header('idempotency-key');
  if (key === undefined)
    return {
      code: 'idempotency-key',
      detail: 'Send the header Idempotency-Key: another one for every new thing.',
    };
  if (!VISIBLE.test(key))
    return {
      code: 'idempotency-key',
      detail: 'Write the Idempotency-Key in 1 to 128 visible ASCII characters.',
    };
  return `key:${c.var.principal.id}:${createHash('sha256').update(key).digest('hex')}`;
}

/** The query as names and values; a name that stands there twice has no one value. */
function queryOf(c: Context<AppEnv>): { values: Record<string, string>; errors: FieldError[] } {
  const search = new URL(c.req.url).searchParams;
  const twice = [...new Set(search.keys())].filter((name) => search.getAll(name).length > 1);
  const errors = twice.map((name) => ({ field: name.slice(0, 60), message: 'Give it once.' }));
  return { values: Object.fromEntries(search), errors };
}

function invalid(errors: FieldError[]): Fault {
  const mistakes = errors.length === 1 ? 'One mistake was found' : `${errors.length} mistakes were found`;
  return { code: 'invalid', detail: `${mistakes}; nothing was done.`, errors };
}

/** The body as what it is: nothing where there is none. */
function readBody(
  c: Context<AppEnv>,
  { method, takes }: Pick<Forms<z.ZodObject, z.ZodObject, z.ZodType>, 'method' | 'takes'>,
): Promise<{ value: unknown } | { fault: Fault }> {
  if (method === 'GET' || takes === 'nothing' || takes === 'file') return Promise.resolve({ value: null });
  return takes === 'csv' ? readCsvBody(c) : readJson(c);
}

/** Reads everything a request says through its forms; all its mistakes are found at once. */
export async function readCall<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  c: Context<AppEnv>,
  forms: Forms<Params, Query, Body>,
): Promise<{ call: Call<z.output<Params>, z.output<Query>, z.output<Body>> } | { fault: Fault }> {
  const commandId = commandIdOf(c, forms);
  if (typeof commandId !== 'string') return { fault: commandId };
  const sent = await readBody(c, forms);
  if ('fault' in sent) return sent;

  const search = queryOf(c);
  const params = readForm(forms.params, c.req.param());
  const query = readForm(forms.query, search.values);
  const body = readForm(forms.body, sent.value);
  if ('value' in params && 'value' in query && 'value' in body && search.errors.length === 0)
    return { call: { c, commandId, params: params.value, query: query.value, body: body.value } };
  const errors = [params, query, body].flatMap((read) => ('errors' in read ? read.errors : []));
  return { fault: invalid([...search.errors, ...errors]) };
}
