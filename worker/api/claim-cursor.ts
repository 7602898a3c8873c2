/**
 * Where a page of claims ended: by id, or by submission and then id. Opaque to clients; it says which order it belongs
 * to, so that a cursor of one question is not mistaken for another's.
 */
export type ClaimCursor =
  | { order: 'id'; id: number }
  | { order: 'submission'; submittedAt: number; id: number };

const base64url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Writes a cursor as text for an address. */
export function writeCursor(cursor: ClaimCursor): string {
  return base64url(cursor.order === 'id' ? `i.${cursor.id}` : `s.${cursor.submittedAt}.${cursor.id}`);
}

/** Reads a cursor, or null where the text is not one of ours. */
export function readCursor(text: string): ClaimCursor | null {
  let plain: string;
  try {
    plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
  const [, id] = /^i\.(\d{1,15})$/.exec(plain) ?? [];
  if (id !== undefined) return { order: 'id', id: Number(id) };
  const [, submittedAt, last] = /^s\.(\d{1,15})\.(\d{1,15})$/.exec(plain) ?? [];
  if (submittedAt === undefined || last === undefined) return null;
  return { order: 'submission', submittedAt: Number(submittedAt), id: Number(last) };
}
