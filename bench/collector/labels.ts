/** The events of the benchmark carry a number between tildes: no encoding but base64 changes it. */
export const labelOf = (number: number): string => `~${number}~`

const LABEL = /~(\d+)~/g

/** Forms carry their JSON in `data`, as it is or as base64. */
const contentOf = (body: string): string => {
  if (!body.startsWith('data=')) return body
  const data = new URLSearchParams(body).get('data') ?? ''
  return /^[\w+/=-]+$/.test(data) ? Buffer.from(data, 'base64').toString() : data
}

/** The numbers of the events in a request's body. */
export const labelsIn = (body: string): readonly number[] =>
  Array.from(contentOf(body).matchAll(LABEL), ([, number]) => Number(number))
