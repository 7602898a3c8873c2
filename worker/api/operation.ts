import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Permission } from '../../schema/domain/permissions.ts';
import type { Refusal } from '../../schema/domain/refusal.ts';
import type { AppEnv } from '../env.ts';
import { whyForbidden } from './key-holder.ts';
import { faultOf, type ProblemCode, problem } from './problems.ts';
import { type Call, type Forms, readCall } from './read-call.ts';

/** What a handler answers when it has done what was asked. */
export interface Reply {
  refused?: false;
  status: ContentfulStatusCode | 304;
  body: unknown;
  headers?: Record<string, string>;
}

/** The scope a key needs: of a tenant's key, of a facility's. For a kind left out there is nothing at the address. */
export interface Scopes {
  tenant?: Permission;
  /** further scopes of a tenant's key that open the address: what is asked for decides which one is wanted */
  also?: readonly Permission[];
  facility?: Permission;
}

/** A good answer: what it means, its form, and the headers it carries beside the body. */
export interface AnswerSpec {
  means: string;
  form: z.ZodType | null;
  headers?: Readonly<Record<string, string>>;
  /** it is a file, of one of these types, and no JSON */
  file?: readonly string[];
  /** whether it can come as server-sent events instead */
  streams?: true;
}

/** A call that works, and what it answers; a test holds both against the forms. */
export interface Example {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  status: number;
  answer: unknown;
}

/** What is said of an operation once: the router, the checks, the OpenAPI document and the reference are made from it. */
interface Description {
  id: string;
  /** the router's pattern, as `views/paths.ts` has it */
  path: string;
  area:
    | 'Clients'
    | 'Claims'
    | 'Authorizations'
    | 'Eligibility'
    | 'Network'
    | 'Services'
    | 'Plans'
    | 'Enrollees'
    | 'Imports'
    | 'Events';
  summary: string;
  description: string;
  scopes: Scopes;
  answers: Readonly<Record<number, AnswerSpec>>;
  /** refusals of its own, beside those that every operation can give */
  refusals: readonly ProblemCode[];
  example: Example;
}

/** One method of one address. */
export interface Operation extends Description, Forms<z.ZodObject, z.ZodObject, z.ZodType> {
  /** reads the request, does what it asks, and says how it went */
  serve: (c: Context<AppEnv>) => Promise<Response>;
}

/** The form of what an operation does not take: parameters of the path, of the query. */
export const none = z.strictObject({});
/** The form of the body of an operation that takes none. */
export const noBody = z.null();

/** Defines an operation; what its handler is given is typed by its forms. */
export function operation<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  spec: Description &
    Forms<Params, Query, Body> & {
      handle: (
        call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
      ) => Promise<Reply | Refusal | Response>;
    },
): Operation {
  const { handle, ...described } = spec;
  const serve = async (c: Context<AppEnv>) => {
    const read = await readCall(c, spec);
    if ('fault' in read) return problem(c, read.fault);
    const reply = await handle(read.call);
    if (reply instanceof Response) return reply;
    if (reply.refused) return problem(c, await whyForbidden(c, faultOf(reply)));
    if (reply.status === 304) return c.body(null, 304, reply.headers);
    const headers = { 'content-type': 'application/json', ...reply.headers };
    return c.body(JSON.stringify(reply.body), reply.status, headers);
  };
  return { ...described, serve };
}
