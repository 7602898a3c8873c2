import type { AttachmentType } from '../claims/attachment.ts';

const name_chars_max = 120;

/** Controls, and the marks that make a name read in another direction than it is written. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A file's name as it can be kept and shown: its last part, on one line, without marks that hide what it ends in. */
export function plainName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(invisible, '').trim();
  const chars = [...plain];
  const kept = chars.length <= name_chars_max ? plain : chars.slice(-name_chars_max).join('');
  return kept === '' ? 'file' : kept;
}

const endings: Readonly<Record<AttachmentType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
};

/** The name under which a file is saved: it ends as its content says, whatever its sender called it. */
export function savedName(name: string, type: AttachmentType): string {
  const fits = endings[type].some((ending) => name.toLowerCase().endsWith(ending));
  return fits ? name : `${name}${endings[type][0]}`;
}

const attrChar = /[^A-Za-z0-9!#$&+.^_`|~-]/g;

/** Text as RFC 8187 writes it in a header: UTF-8, everything but attr-char in percent. */
const extended = (text: string): string =>
  encodeURIComponent(text).replace(attrChar, (char) =>
    char === '%' ? char : `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The header `content-disposition` (RFC 6266): the name for every browser in plain letters, and the real one for those
 * that read RFC 8187.
 */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9 ._()-]/g, '_');
  return `${how}; filename="${ascii}"; filename*=UTF-8''${extended(name)}`;
}
