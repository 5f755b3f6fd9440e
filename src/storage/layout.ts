/**
 * Where a destination's records lie: `<name>/<kind>/<id>`. One letter a kind:
 * `a` attempts, `d` dead letters, `e` events, `s` the shared state, `w` the last id that each tab has written.
 */
export type At = (kind: 'a' | 'd' | 'e' | 's' | 'w', id?: string) => string

export const layout =
  (name: string): At =>
  (kind, id = '') =>
    `${name}/${kind}/${id}`

/** Above every character of an id: the end of a range. */
export const END = '~'
