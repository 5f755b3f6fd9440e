import type { Start } from './start.ts'

/** Does what people write without a library: an array, and one beacon when the page is hidden. */
export const control: Start = (collector) => {
  let queue: object[] = []
  let counted = 0
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || queue.length === 0) return
    // A refused beacon may still leave at the next occasion.
    if (navigator.sendBeacon(`${collector}/beacon`, JSON.stringify(queue))) {
      queue = []
      counted = 0
    }
  })
  return {
    track: (name, properties) => queue.push({ name, properties, time: Date.now() }),
    ready: Promise.resolve(),
    // Makes the JSON that the beacon will carry, of the events since the last loop.
    finish() {
      const { length } = JSON.stringify(queue.slice(counted))
      counted = queue.length
      return length
    },
  }
}
