/** The kinds of "no". Each maps to one HTTP status in `worker/answer.ts`. */
export type RefusalCode =
  /** the input's shape or figures are wrong; every field's error is listed (422) */
  | 'invalid'
  /** the thing does not exist, or belongs to someone else (404) */
  | 'not_found'
  /** the principal lacks the permission, inside their own organisation (403) */
  | 'forbidden'
  /** the thing is in a state that does not allow this (409) */
  | 'wrong_state'
  /** somebody else holds the lease (409) */
  | 'lease_held'
  /** what was decided upon has changed meanwhile (409) */
  | 'stale'
  /** the command id was used before with other input (409) */
  | 'id_reused'
  /** the sender has more under way than one sender may; nothing was done: send it again in a moment (429) */
  | 'too_many'
  /** the durable store cannot be reached; nothing was done or it is not known yet: retry with the same id (503) */
  | 'unavailable';

/** One field's mistake: `field` is the form's path (`lines.2.quantity`), `message` says what is wrong and what to do. */
export interface FieldError {
  field: string;
  message: string;
  /** the reason code of the tenant's table, where a business rule refused (claims.md, Reason codes) */
  reason?: string;
}

/** The typed "no": an expected failure is a value, never an exception, and survives RPC. */
export interface Refusal {
  refused: true;
  code: RefusalCode;
  /** one plain sentence for a person */
  message: string;
  errors?: FieldError[];
}

/** Makes a refusal. `message` is one plain sentence that says what to do. */
export function refuse(code: RefusalCode, message: string, errors?: FieldError[]): Refusal {
  return errors ? { refused: true, code, message, errors } : { refused: true, code, message };
}

/** Whether a result is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
