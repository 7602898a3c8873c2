import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';

const tag_bytes = 16;

/** What is personal in a journal entry, encrypted with the person's own key: erasing the key erases it. */
interface Sealed {
  /** the enrollee whose key it is */
  of: string;
  iv: string;
  /** ciphertext and tag */
  text: string;
}

/** Seals what is personal about a person (AES-256-GCM); null when their key has been erased. `iv` is 12 random bytes. */
export function seal(
  person: { id: string; sealKey: string | null },
  content: object,
  iv: Uint8Array,
): string | null {
  if (person.sealKey === null) return null;
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(person.sealKey, 'base64'), iv);
  const text = Buffer.concat([
    cipher.update(JSON.stringify(content), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const sealed: Sealed = {
    of: person.id,
    iv: Buffer.from(iv).toString('base64'),
    text: text.toString('base64'),
  };
  return JSON.stringify(sealed);
}

/** Opens what was sealed; null when the key is not the one it was sealed with, or the text was tampered with. */
export function unseal(sealedText: string, sealKey: string): unknown {
  const sealed: Sealed = JSON.parse(sealedText);
  const text = Buffer.from(sealed.text, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    Buffer.from(sealKey, 'base64'),
    Buffer.from(sealed.iv, 'base64'),
  );
  decipher.setAuthTag(text.subarray(text.length - tag_bytes));
  try {
    const clear = Buffer.concat([
      decipher.update(text.subarray(0, text.length - tag_bytes)),
      decipher.final(),
    ]);
    return JSON.parse(clear.toString('utf8'));
  } catch {
    return null;
  }
}
