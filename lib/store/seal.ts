/**
 * Sealing small secrets for the time between two runs of the browser: AES-GCM under a key that the browser keeps and
 * nobody can read out, so that a copy of the database alone opens nothing.
 *
 * @see https://developer.mozilla.org/docs/Web/API/SubtleCrypto/encrypt
 */
import type { Records } from './records.ts';

/** A sealed value. It can be stored by IndexedDB and by nothing that makes JSON of it. */
export interface Sealed {
  /** 96 random bits, never used twice. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const keyId = 'seal';

const cipher = (iv: Uint8Array<ArrayBuffer>, owner: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(owner),
});

/** The key that seals; made at first use. Two first uses at once get the same one. @throws a `storage` failure */
export async function sealingKey(records: Records): Promise<CryptoKey> {
  const known = await records.get('keys', keyId);
  if (known) return known.key;
  // Not inside the update below: a transaction does not wait for the key to be made.
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const kept = await records.update('keys', keyId, (old) => old ?? { id: keyId, key });
  return kept?.key ?? key;
}

/** Seals `value`, which must be JSON. It opens again only for the same `owner`, such as the account's id. */
export async function seal(key: CryptoKey, owner: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt(cipher(iv, owner), key, plain) };
}

/**
 * What was sealed for `owner`, not parsed any further; `undefined` when it was sealed with another key, for another
 * owner, or altered since: the account must then sign in again.
 */
export async function unseal(key: CryptoKey, owner: string, sealed: Sealed): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt(cipher(sealed.iv, owner), key, sealed.data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return undefined;
  }
}
