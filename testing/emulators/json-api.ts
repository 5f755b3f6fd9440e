/** Where a JSON:API error lies: in the document, the query or a header. https://jsonapi.org/format/#error-objects */
export type ErrorSource =
  | { readonly pointer: string }
  | { readonly parameter: string }
  | { readonly header: string }

export interface JsonApiError {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly source?: ErrorSource
}

/** Returns the name of a place in a JSON document: `/data/0/a~1b` for `['data', 0, 'a/b']` (RFC 6901). */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Makes the error of a request that breaks a rule at `source`. */
export const invalid = (detail: string, source?: ErrorSource): JsonApiError => ({
  status: 400,
  code: 'invalid',
  title: 'Invalid input.',
  detail,
  ...(source && { source }),
})

/** Makes the body of an answer that reports `errors`. */
export const jsonApiBody = (errors: readonly JsonApiError[]): string =>
  JSON.stringify({ errors: errors.map((error) => ({ id: crypto.randomUUID(), ...error })) })
