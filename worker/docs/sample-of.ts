import type { Operation } from '../api/operation.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** Short objects and lists on one line, as a person would write them. */
export function inLines(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value)?.replace(/("(?:[^"\\]|\\.)*")|([,:])/g, (whole, text, mark) =>
    text === undefined ? `${mark} ` : whole,
  );
  if (typeof value !== 'object' || value === null || flat.length + indent.length <= 72) return flat;
  const deeper = `${indent}  `;
  const rows = Array.isArray(value)
    ? value.map((item) => deeper + inLines(item, deeper))
    : Object.entries(value).map(([name, item]) => `${deeper}"${name}": ${inLines(item, deeper)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${rows.join(',\n')}\n${indent}${close}`;
}

function addressOf({ path, example }: Operation, origin: string): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(example.params?.[name] ?? ''),
  );
  const query = new URLSearchParams(example.query).toString();
  return new URL(query ? `${filled}?${query}` : filled, origin).href;
}

/** An operation's example as a command line. */
export function callOf(operation: Operation, origin: string): string {
  const { method, example, takes } = operation;
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(addressOf(operation, origin))}`,
    `-H 'x-api-key: vk_…'`,
  ];
  if (method === 'POST') parts.push(`-H 'idempotency-key: visit-2026-11-20-0042'`);
  if (takes === 'csv')
    parts.push(`-H 'content-type: text/csv'`, `--data-binary ${quoted(String(example.body))}`);
  else if (example.body !== undefined)
    parts.push(`-H 'content-type: application/json'`, `-d ${quoted(inLines(example.body))}`);
  return parts.join(' \\\n  ');
}

/** What the example answers. */
export const answerOf = ({ example }: Operation): string => inLines(example.answer);
