import { parsed } from '../../core/json.ts'
import { readSecret, type Secret } from '../request/secret.ts'
import type { Call, VendorAnswer } from '../vendor.ts'

export type YotpoToken =
  | { readonly value: string; readonly answer?: never }
  /** Yotpo's answer when it gave no token. */
  | { readonly value?: never; readonly answer: VendorAnswer }

/**
 * Keeps the store's access token, which is made from its secret when it is first needed, and again when it is
 * forgotten. Two requests may each make one: the promise of a token is not shared, because Workers tie it to the
 * request that has made it.
 */
export const createYotpoToken = ({
  base,
  storeId,
  secret,
}: {
  readonly base: string
  readonly storeId: string
  readonly secret: Secret
}) => {
  let current: string | undefined

  return {
    async get(call: Call): Promise<YotpoToken> {
      if (current !== undefined) return { value: current }
      const answer = await call({
        method: 'POST',
        url: `${base}/core/v3/stores/${encodeURIComponent(storeId)}/access_tokens`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret: await readSecret(secret) }),
      })
      const isMade = answer.type === 'answered' && answer.status >= 200 && answer.status < 300
      if (!isMade) return { answer }
      const { access_token: value } = parsed<{ access_token: unknown }>(answer.body)
      if (typeof value !== 'string' || !value) return { answer: { ...answer, status: 500 } }
      current = value
      return { value }
    },

    /** Forgets the token, unless another request has renewed it meanwhile. */
    forget(value: string): void {
      if (current === value) current = undefined
    },
  }
}
