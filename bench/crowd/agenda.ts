interface Entry {
  readonly atMs: number
  readonly run: () => void
}

/** Keeps what happens next in simulated time, in a binary heap, because a crowd has millions of entries. */
export const createAgenda = () => {
  const heap: Entry[] = []
  let nowMs = 0

  const before = (one: number, other: number): boolean =>
    (heap[one]?.atMs ?? Infinity) < (heap[other]?.atMs ?? Infinity)

  const swap = (one: number, other: number): void => {
    const [first, second] = [heap[one], heap[other]]
    if (!first || !second) return
    heap[one] = second
    heap[other] = first
  }

  const sink = (): void => {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2]
      const child = before(right, left) ? right : left
      if (!before(child, index)) return
      swap(child, index)
      index = child
    }
  }

  return {
    nowMs: (): number => nowMs,

    in(ms: number, run: () => void): void {
      // Times are whole milliseconds, as on a page’s clock: a step that a float cannot tell apart would never pass.
      heap.push({ atMs: nowMs + Math.ceil(ms), run })
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1
        if (!before(index, parent)) return
        swap(index, parent)
        index = parent
      }
    },

    /** Runs everything that happens until this time. */
    runUntil(endMs: number): void {
      for (let [next] = heap; next && next.atMs <= endMs; [next] = heap) {
        nowMs = next.atMs
        const last = heap.pop()
        if (last && heap.length > 0) {
          heap[0] = last
          sink()
        }
        next.run()
      }
      nowMs = endMs
    },
  }
}

export type Agenda = ReturnType<typeof createAgenda>
