/** Makes the label of an event: a number between tildes, which no encoding but base64 changes. */
export const labelOf = (number: number): string => `~${number}~`

const LABEL = /~(\d+)~/g

/** Returns the JSON of a body; a form carries it in `data`, as it is or as base64. */
const contentOf = (body: string): string => {
  if (!body.startsWith('data=')) return body
  const data = new URLSearchParams(body).get('data') ?? ''
  return /^[\w+/=-]+$/.test(data) ? Buffer.from(data, 'base64').toString() : data
}

/** Returns the numbers of the events in a request's body. */
export const labelsIn = (body: string): readonly number[] =>
  Array.from(contentOf(body).matchAll(LABEL), ([, number]) => Number(number))
