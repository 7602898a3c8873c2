/** What is recommended for a line: the amount (null: nothing is said) and what the rules found, by reason code. */
export type JudgedLine = {
  claimed: number;
  recommended: number | null;
  findings: { effect: string; reason: string }[];
};

/** A claim as the listing shows it: what this program wants of it. */
export type ListedClaim = {
  number: string;
  externalId: string;
  claimed: number;
  serviceDate: string;
};

/** One page of `GET /v1/claims`. */
export type Page = { data: ListedClaim[]; next: string | null };

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  return typeof found === 'string' ? found : '';
}

const amountOf = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function toLine(value: unknown): JudgedLine {
  const recommended = field(value, 'recommended');
  return {
    claimed: amountOf(field(value, 'claimed')),
    recommended: recommended ? amountOf(field(recommended, 'approved')) : null,
    findings: listOf(field(value, 'findings')).map((finding) => ({
      effect: text(finding, 'effect'),
      reason: text(field(finding, 'reason'), 'code'),
    })),
  };
}

/** The lines of a claim that was read. */
export function toLines(body: unknown): JudgedLine[] {
  return listOf(field(body, 'lines')).map(toLine);
}

function toListedClaim(value: unknown): ListedClaim {
  return {
    number: text(value, 'number'),
    externalId: text(value, 'externalId'),
    claimed: amountOf(field(value, 'claimed')),
    serviceDate: text(value, 'serviceDate'),
  };
}

/** Reads a page; throws when the answer is not one. */
export function toPage(body: unknown): Page {
  const data = field(body, 'data');
  if (!Array.isArray(data)) throw new Error(`Not a page of claims: ${JSON.stringify(body)?.slice(0, 200)}`);
  return { data: data.map(toListedClaim), next: text(body, 'next') || null };
}

/** The number of the claim in an answer to filing it; empty when there is none. */
export function numberOf(body: unknown): string {
  return text(body, 'number');
}

/** What a refusal says, in one line: its detail or title, and each field that is wrong. */
export function reasonOf(status: number, body: unknown): string {
  const errors = field(body, 'errors');
  const fields = Array.isArray(errors)
    ? errors.map((error) => `${text(error, 'field')}: ${text(error, 'message')}`)
    : [];
  const said = text(body, 'detail') || text(body, 'title') || 'no reason given';
  return `${status} ${[said, ...fields].join('; ')}`;
}
