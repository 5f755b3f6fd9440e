import { readSecret, type Secret } from './secret.ts'

/** The longest life of a signed key in seconds: a key with a longer one would not be short-lived. */
const MAX_LIFE_S = 24 * 60 * 60

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const base64urlOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const bytesFrom = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))

const importKey = (secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])

/**
 * Makes a write key that expires, on the site's server for the page that it renders: `<key>.<expires>.<signature>`,
 * where the signature is the HMAC-SHA256 of `<key>.<expires>` as base64url.
 * @example
 * const writeKey = await signWriteKey({ writeKey: 'shop', secret, expires: Date.now() / 1000 + 3600 })
 */
export const signWriteKey = async ({
  writeKey,
  secret,
  expires,
}: {
  readonly writeKey: string
  /** The secret that the relay has as `signingSecret`; no page may have it. */
  readonly secret: string
  /** The UNIX time in seconds at which the key expires, at most a day ahead. */
  readonly expires: number
}): Promise<string> => {
  const text = `${writeKey}.${Math.floor(expires)}`
  const signature = await crypto.subtle.sign('HMAC', await importKey(secret, 'sign'), bytesOf(text))
  return `${text}.${base64urlOf(signature)}`
}

const SIGNED = /^(.{1,255})\.(\d{1,12})\.([\w-]{43})$/

/** Returns the write key inside a signed one; nothing when it is not signed with this secret, or has expired. */
export const verifiedKey = async (
  signed: unknown,
  signingSecret: Secret,
  nowMs: number,
): Promise<string | undefined> => {
  const [, writeKey, expires, signature] = SIGNED.exec(typeof signed === 'string' ? signed : '') ?? []
  if (!writeKey || !signature) return undefined
  const leftS = Number(expires) - nowMs / 1_000
  if (leftS <= 0 || leftS > MAX_LIFE_S) return undefined
  const key = await importKey(await readSecret(signingSecret), 'verify')
  const isRight = await crypto.subtle.verify(
    'HMAC',
    key,
    bytesFrom(signature),
    bytesOf(`${writeKey}.${expires}`),
  )
  return isRight ? writeKey : undefined
}
