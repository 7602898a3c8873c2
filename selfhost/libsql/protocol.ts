import { z } from 'zod';

/** The messages of Hrana over HTTP, version 2 in JSON, as far as a client sends them. */

const value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string().regex(/^-?[0-9]{1,19}$/) }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string() }),
]);

const sqlSource = { sql: z.string().nullish(), sql_id: z.int().nullish() };

const statement = z.object({
  ...sqlSource,
  args: z.array(value).default([]),
  named_args: z.array(z.object({ name: z.string(), value })).default([]),
  want_rows: z.boolean().default(true),
});

const condition = z.discriminatedUnion('type', [
  z.object({ type: z.literal(['ok', 'error']), step: z.int().min(0) }),
  z.object({
    type: z.literal('not'),
    get cond() {
      return condition;
    },
  }),
  z.object({
    type: z.literal(['and', 'or']),
    get conds() {
      return z.array(condition);
    },
  }),
  z.object({ type: z.literal('is_autocommit') }),
]);

const batch = z.object({ steps: z.array(z.object({ condition: condition.nullish(), stmt: statement })) });

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt: statement }),
  z.object({ type: z.literal('batch'), batch }),
  z.object({ type: z.literal('sequence'), ...sqlSource }),
  z.object({ type: z.literal('describe'), ...sqlSource }),
  z.object({ type: z.literal('store_sql'), sql_id: z.int(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.int() }),
  z.object({ type: z.literal('get_autocommit') }),
]);

export const pipelineSchema = z.object({ baton: z.string().nullish(), requests: z.array(request) });

export type SqlValue = z.infer<typeof value>;
export type SqlSource = {
  readonly sql?: string | null | undefined;
  readonly sql_id?: number | null | undefined;
};
export type Statement = z.infer<typeof statement>;
export type Condition = z.infer<typeof condition>;
export type Batch = z.infer<typeof batch>;
export type StreamRequest = z.infer<typeof request>;
export type Pipeline = z.infer<typeof pipelineSchema>;

export type Column = { readonly name: string; readonly decltype: string | null };
export type StatementResult = {
  readonly cols: readonly Column[];
  readonly rows: readonly (readonly unknown[])[];
  readonly affected_row_count: number;
  readonly last_insert_rowid: string | null;
};
export type BatchResult = {
  readonly step_results: readonly (StatementResult | null)[];
  readonly step_errors: readonly (Failure | null)[];
};
export type DescribeResult = {
  readonly params: readonly { readonly name: string | null }[];
  readonly cols: readonly Column[];
  readonly is_explain: boolean;
  readonly is_readonly: boolean;
};
export type StreamResponse =
  | { readonly type: 'close' | 'sequence' | 'store_sql' | 'close_sql' }
  | { readonly type: 'execute'; readonly result: StatementResult }
  | { readonly type: 'batch'; readonly result: BatchResult }
  | { readonly type: 'describe'; readonly result: DescribeResult }
  | { readonly type: 'get_autocommit'; readonly is_autocommit: boolean };
export type StreamResult =
  | { readonly type: 'ok'; readonly response: StreamResponse }
  | { readonly type: 'error'; readonly error: Failure };
export type PipelineAnswer = {
  readonly baton: string | null;
  readonly base_url: null;
  readonly results: readonly StreamResult[];
};

/** What a client reads as `LibsqlError`: `code` is SQLite's extended name where the engine gave one. */
export type Failure = { readonly message: string; readonly code: string };

export const failed = (code: string, message: string): { readonly failure: Failure } => ({
  failure: { code, message },
});
export type Failed = ReturnType<typeof failed>;

/** An error thrown by the native engine, as the value that the client is sent. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'INTERNAL', message: String(error) };
  const isNative = 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_');
  return isNative
    ? { code: String(error.code), message: `SQLite error: ${error.message}` }
    : { code: 'INTERNAL', message: error.message };
}
