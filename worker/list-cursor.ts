/** Where a page of a list ended: opaque to whoever hands it back. */
export interface ListCursor {
  key: string;
  last: string;
}

const base64url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Writes a cursor as text for an address. */
export function writeListCursor({ key, last }: ListCursor): string {
  return base64url(`${key}|${last}`);
}

/** Reads a cursor; null where the text is not one of ours. */
export function readListCursor(text: string): ListCursor | null {
  try {
    const [, key, last] =
      /^([A-Z0-9-]{0,40})\|([A-Z0-9-]{1,40})$/.exec(atob(text.replaceAll('-', '+').replaceAll('_', '/'))) ??
      [];
    return key === undefined || last === undefined ? null : { key, last };
  } catch {
    return null;
  }
}
