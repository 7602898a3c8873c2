/** The key with which this device signs the codes of its owner's cards: made here, and never told to anybody. */
export interface DeviceKey {
  owner: string;
  device: string;
  keys: CryptoKeyPair;
  /** whether the insurer has the public half */
  known: boolean;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const table = 'keys';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('vetra-card', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(table, { keyPath: 'owner' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const freshDevice = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte & 31]).join('');

/** Keeps the key; whatever was kept of somebody else goes, as their card does. */
export async function keepKey(key: DeviceKey): Promise<void> {
  const store = (await opened()).transaction(table, 'readwrite').objectStore(table);
  await done(store.clear());
  await done(store.put(key));
}

/** This device's key for whose portal is open; made when there is none. */
export async function deviceKey(owner: string): Promise<DeviceKey> {
  const store = (await opened()).transaction(table).objectStore(table);
  const kept: DeviceKey | undefined = await done(store.get(owner));
  if (kept) return kept;
  const keys = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const made = { owner, device: freshDevice(), keys, known: false };
  await keepKey(made);
  return made;
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** The signature over a text, base64url. */
export async function signed({ keys }: DeviceKey, text: string): Promise<string> {
  const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;
  return base64url(await crypto.subtle.sign(signing, keys.privateKey, new TextEncoder().encode(text)));
}

/** The public half, base64url. */
export const publicKeyOf = async ({ keys }: DeviceKey): Promise<string> =>
  base64url(await crypto.subtle.exportKey('raw', keys.publicKey));
