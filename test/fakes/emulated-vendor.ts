import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'

interface Emulator {
  handle(request: Request): Promise<Response>
}

/** A strict emulator and its destination, with no network between them. */
export const createEmulatedVendor = <Kind extends Emulator>(destination: Destination, emulator: Kind) => ({
  destination,
  emulator,
  /** The answer to a request with these events, as a page sees it. */
  async send(events: readonly TrackedEvent[], attempt: 'first' | 'resend' = 'first', now?: number) {
    const { url, headers = {}, body } = destination.encode(events, attempt, now)
    const response = await emulator.handle(
      new Request(url, { method: 'POST', headers: { ...headers }, body }),
    )
    return { status: response.status, body: await response.text() }
  },
})
