/** Why the relay turns a request away before any vendor hears of it. The names are part of the answer. */
const STATUS = {
  'wrong-method': 405,
  'wrong-origin': 403,
  'wrong-type': 415,
  'too-large': 413,
  'not-json': 400,
  'wrong-write-key': 401,
  'too-many-events': 413,
  'wrong-shape': 400,
  'unknown-destination': 404,
  'too-many-requests': 429,
} as const

export type RefusalCode = keyof typeof STATUS

export interface Refusal {
  readonly type: 'refused'
  readonly status: number
  readonly code: RefusalCode
  /** For whoever set the relay up. Quotes nothing of the request but names of fields. */
  readonly message: string
  /** How long to wait, where that is why. */
  readonly afterMs?: number
}

export const refusal = (code: RefusalCode, message: string): Refusal => ({
  type: 'refused',
  status: STATUS[code],
  code,
  message,
})
