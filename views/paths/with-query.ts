/** What an address asks for after its path; what says nothing is left out. */
export type Query = Record<string, string | number | undefined | null>;

/** A path with its question. */
export function withQuery(path: string, query?: Query): string {
  if (query === undefined) return path;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** One part of a path, whatever stands in it. */
export const part = encodeURIComponent;
