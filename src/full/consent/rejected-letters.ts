import { type Choice, createDeadLetters } from '../../queue/dead-letters.ts'
import type { Rejected } from '../../rejected.ts'
import type { Life } from './life.ts'

/** Gives access to the dead letters of the present life; there are none while nothing may be read. */
export const createRejected = (present: () => Life | undefined, flush: () => Promise<unknown>): Rejected => {
  const ask = async <Result>(
    work: (letters: ReturnType<typeof createDeadLetters>) => Promise<Result>,
    nothing: Result,
  ): Promise<Result> => {
    const { gate, store } = present() ?? {}
    return gate && store ? gate.orClosed(work(createDeadLetters(store)), nothing) : nothing
  }
  return Object.assign(() => ask(({ list }) => list(), []), {
    async retry(ids?: Choice) {
      const events = await ask(({ retry }) => retry(ids), 0)
      await flush()
      return events
    },
    clear: (ids?: Choice) => ask(({ clear }) => clear(ids), 0),
  })
}
