/** Why a file cannot be read at all, in words that say what to do. */
export interface FileFault {
  fault: string;
}

const decoded = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, i) => bytes[i] === byte);

/** Without a mark, text in UTF-16 has a zero in every other byte: headings are Latin letters. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] !== 0 ? 'utf-16be' : 'utf-8';
}

/** The line on which the first byte stands that is no UTF-8. */
function lineOfFault(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  const at = text.indexOf('\ufffd');
  return text.slice(0, at).split('\n').length;
}

/** A file's bytes as text: UTF-8 or UTF-16, with a mark at the beginning or without. */
export function decode(bytes: Uint8Array): string | FileFault {
  if (bytes.length === 0) return { fault: 'The file is empty. Choose the file with your rows.' };
  if (startsWith(bytes, 0x50, 0x4b))
    return {
      fault: 'This is a spreadsheet, not CSV. Save it as “CSV UTF-8 (comma delimited)” and upload that.',
    };
  const encoding = encodingOf(bytes);
  const text = decoded(encoding, bytes);
  if (text === null)
    return {
      fault: `The file is not written in UTF-8: line ${lineOfFault(bytes)} has letters that cannot be read. Save it as “CSV UTF-8 (comma delimited)” and upload that.`,
    };
  if (text.includes('\0'))
    return { fault: 'The file has bytes in it that are no text. Save it as “CSV UTF-8 (comma delimited)”.' };
  return text;
}
