const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/**
 * Makes UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, a 12-bit counter, and 60 random bits that are
 * drawn once: they keep the ids of different tabs apart, time and counter those of the same.
 *
 * Ids of one tab always ascend, also when the clock is set back: the queue is sorted by them.
 *
 * @param randomHex sixteen random hexadecimal digits.
 */
export const createIds = (now: () => number, randomHex: string) => {
  const tail = randomHex.replace(/.(...)/, '-8$1-')
  let last = 0
  let counter = 0
  // Made once a millisecond: in a loop of track() the rest costs next to nothing.
  let head = ''
  return (time = now()): string => {
    if (time > last || ++counter > 0xfff) {
      last = Math.max(time, last + 1)
      counter = 0
      head = `${hex(last, 12).replace(/.{8}/, '$&-')}-7`
    }
    return head + hex(counter, 3) + tail
  }
}

/** The milliseconds since 1970 at which an id was made. */
export const timeOfId = (id: string): number => Number.parseInt(id.replace('-', ''), 16)
