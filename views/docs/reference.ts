/** One field or parameter, in words. */
export interface FieldEntry {
  /** `lines[].service` for a field of every item of a list */
  name: string;
  /** what it may hold: `text, 1–40 characters` */
  holds: string;
  /** the named form it holds, to link to */
  form?: string | undefined;
  required: boolean;
  text: string;
}

/** A named form: what is sent or answered. */
export interface FormEntry {
  name: string;
  text: string;
  fields: readonly FieldEntry[];
}

export interface AnswerEntry {
  status: string;
  text: string;
  form?: string | undefined;
}

export interface ProblemEntry {
  code: string;
  /** the id of its explanation */
  anchor: string;
  status: number;
  title: string;
  text: string;
}

/** One method of one address. */
export interface OperationEntry {
  id: string;
  method: string;
  path: string;
  summary: string;
  paragraphs: readonly string[];
  parameters: readonly FieldEntry[];
  body: FormEntry | null;
  answers: readonly AnswerEntry[];
  refusals: readonly Pick<ProblemEntry, 'code' | 'anchor' | 'status'>[];
  /** a call on the command line, and what it answers */
  call: string;
  answer: string;
}

export interface AreaEntry {
  name: string;
  text: string;
  operations: readonly OperationEntry[];
}

/** Everything the reference shows. */
export interface Reference {
  origin: string;
  areas: readonly AreaEntry[];
  /** forms that answers refer to */
  forms: readonly FormEntry[];
  problems: readonly ProblemEntry[];
}

/** The id of a form on the page. */
export const formAnchor = (name: string): string => `form-${name}`;
/** The id of an area on the page. */
export const areaAnchor = (name: string): string => `area-${name.toLowerCase()}`;
