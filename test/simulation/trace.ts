/** Told what happens between the steps of a story, for whoever reads a failure: of a million stories nobody does. */
export type Trace = (line: () => string) => void

/** A record or a note that was written or removed. */
export const tellChange = (key: string, before: string | undefined, after: string | undefined): string => {
  if (after === undefined) return before === undefined ? `no ${key}` : `the removal of ${key}`
  const text = after.replace(/"events":\[.*\](,|})/s, '$1').slice(0, 160)
  return `${before === undefined ? 'a new' : 'another'} ${key} ${text}`
}
