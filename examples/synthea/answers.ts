/** A claim as the listing shows it: what this program wants of it. */
export type ListedClaim = {
  number: string;
  externalId: string;
  claimed: number;
  serviceDate: string;
  lineCount: number;
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

function toListedClaim(value: unknown): ListedClaim {
  const claimed = field(value, 'claimed');
  const lines = field(value, 'lines');
  return {
    number: text(value, 'number'),
    externalId: text(value, 'externalId'),
    claimed: typeof claimed === 'number' ? claimed : Number.NaN,
    serviceDate: text(value, 'serviceDate'),
    lineCount: Array.isArray(lines) ? lines.length : Number.NaN,
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
