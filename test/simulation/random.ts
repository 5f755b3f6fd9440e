/** Random numbers from a seed (mulberry32): the same seed, the same numbers, on every machine. */
export const createRandom = (seed: number) => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability: number): boolean => next() < probability,
    pick: <Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0],
    /** Between 0 and `most`, mostly small: every order of magnitude is as likely as the next. */
    spread: (most: number): number => Math.floor((most + 1) ** next()) - 1,
    hex(digits: number): string {
      let text = ''
      while (text.length < digits) text += below(0x1000000).toString(16).padStart(6, '0')
      return text.slice(0, digits)
    },
  }
}

export type Random = ReturnType<typeof createRandom>

/** A seed for one part of a simulation: what happens in one part does not change what another draws. */
export const seedOf = (seed: number, part: number): number =>
  Math.imul(seed ^ Math.imul(part + 1, 0x9e3779b1), 0x85ebca6b) ^ (seed >>> 13)
