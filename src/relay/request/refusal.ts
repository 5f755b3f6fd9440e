/** Why the relay refuses a request before it calls a vendor. The names are part of the answer. */
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
  /** The explanation for the people who have set the relay up. It quotes nothing of the request but names of fields. */
  readonly message: string
  /** Milliseconds to wait, where the reason is a limit. */
  readonly afterMs?: number
}

export const refusal = (code: RefusalCode, message: string): Refusal => ({
  type: 'refused',
  status: STATUS[code],
  code,
  message,
})
