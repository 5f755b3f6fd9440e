/** The messages that tabs of one origin send each other. */
export type TabMessage = 'granted' | 'denied' | 'erased'

/**
 * The localStorage key that carries the message for an instant, where there is no BroadcastChannel or it is refused.
 */
const PLACE = 'sendoff-tell'

const MESSAGES: readonly unknown[] = ['granted', 'denied', 'erased'] satisfies TabMessage[]

/**
 * Sends messages to the other tabs of this origin, and receives theirs. Nothing stays stored. `signal` ends the
 * receiving.
 */
export const createTabMessages = (
  hear: (message: TabMessage) => void,
  signal?: AbortSignal,
): ((message: TabMessage) => void) => {
  const heard = (message: unknown) => {
    if (!signal?.aborted && MESSAGES.includes(message)) hear(message as TabMessage)
  }
  try {
    const channel = new BroadcastChannel('sendoff')
    channel.onmessage = ({ data }) => heard(data)
    return (message) => channel.postMessage(message)
  } catch {
    addEventListener('storage', ({ key, newValue }) => {
      if (key === PLACE) heard(newValue)
    })
  }
  return (message) => {
    try {
      localStorage.setItem(PLACE, message)
      localStorage.removeItem(PLACE)
    } catch {
      // localStorage is missing or full: the other tabs learn of an erasure when their database is deleted.
    }
  }
}
