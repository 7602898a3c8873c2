/** What is needed to sign: of the worker's environment, the session key alone (base64). */
export interface SignsWithKey {
  SESSION_KEY: string;
}

let last: { text: string; key: CryptoKey } | null = null;

/** The key that sessions and links (to files, to alerts) are signed with (HS256). Every request needs it, so it is read from its text once. */
export async function signingKey({ SESSION_KEY: text }: SignsWithKey): Promise<CryptoKey> {
  if (last?.text === text) return last.key;
  // `atob` refuses a text that is no base64, where other readers would make a shorter key of it.
  const raw = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
  last = { text, key };
  return key;
}
