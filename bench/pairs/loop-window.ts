import { createTracker } from '../../src/index.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import { EVENT_NAME, shopEvent } from '../in-page/shop-event.ts'
import { control as startControl } from '../trackers/control.ts'

type Properties = Readonly<Record<string, unknown>>

const SEGMENT = 1_000

/** The functions that the benchmark of loops calls in its page. */
export interface Loops {
  /** Measures both loops over this number of events; resolves with the milliseconds for each thousand of them. */
  run(count: number, controlFirst: boolean): Promise<LoopTimes>
}

export interface LoopTimes {
  readonly trackMs: readonly number[]
  readonly controlMs: readonly number[]
}

export type LoopsPage = Window & { readonly loops: Loops }

/** Puts the benchmark's functions into the page as `window.loops`. */
export const exposeLoops = (endpoint: string): void => {
  const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123', endpoint })] })
  const plain = startControl(endpoint)
  const loops: Loops = {
    async run(count, controlFirst) {
      const events = Array.from({ length: count }, (_, index) => shopEvent(index))
      let last: ReturnType<typeof track> | undefined
      const timesOf = (call: (event: object) => void, finish?: () => void): number[] => {
        const times: number[] = []
        for (let done = 0; done < count; done += SEGMENT) {
          const segment = events.slice(done, done + SEGMENT)
          const start = performance.now()
          for (const event of segment) call(event)
          finish?.()
          times.push(performance.now() - start)
        }
        return times
      }
      const control = () => timesOf((event) => plain.track(EVENT_NAME, event as Properties), plain.finish)
      const tracked = async () => {
        const times = timesOf((event) => {
          last = track(EVENT_NAME, event as Properties)
        })
        await last?.stored
        return times
      }
      const before = controlFirst && control()
      const trackMs = await tracked()
      return { trackMs, controlMs: before || control() }
    },
  }
  Object.assign(window, { loops })
}
