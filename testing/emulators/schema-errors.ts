import type { z } from 'zod'
import { invalid, type JsonApiError, jsonPointer } from './json-api.ts'

const hasType = (value: unknown): value is { readonly type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Returns the value at `path`, and the `type` of the innermost resource on the way to it. */
const lookUp = (document: unknown, path: readonly PropertyKey[]): { value: unknown; resource: string } => {
  let value = document
  let resource = 'data'
  for (const key of path) {
    if (hasType(value)) resource = value.type
    if (typeof value !== 'object' || value === null) return { value: undefined, resource }
    value = Reflect.get(value, key)
  }
  return { value, resource: hasType(value) ? value.type : resource }
}

// Explains an issue: {"errors":[{"detail":"'x' is not a valid field for the resource
// 'event'.","source":{"pointer":"/data/attributes/x"}}]}
const explain = (document: unknown, issue: z.core.$ZodIssue): readonly JsonApiError[] => {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
  const { value, resource } = lookUp(document, path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      invalid(`'${key}' is not a valid field for the resource '${resource}'.`, {
        pointer: jsonPointer([...path, key]),
      }),
    )
  }
  const missing = value === undefined && issue.code !== 'custom'
  const detail = missing
    ? `'${path.at(-1) ?? 'data'}' is a required field for the resource '${resource}'.`
    : issue.message
  return [invalid(detail, { pointer: jsonPointer(path) })]
}

/** Tells what is wrong with `document` in the words and places of Klaviyo's JSON:API errors. */
export const schemaErrors = (
  document: unknown,
  error: z.core.$ZodError,
): readonly [JsonApiError, ...JsonApiError[]] => {
  const [first = invalid('Invalid document.'), ...rest] = error.issues.flatMap((issue) =>
    explain(document, issue),
  )
  return [first, ...rest]
}
