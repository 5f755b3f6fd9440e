import { trackMany } from './shop.ts'

const LEAVING = 1_000
const CRASHING = 200
/** Numbers in a list of 128 MB: what cannot be shared between the copies. */
const NUMBERS = 16_000_000
/** So that what was said is seen. */
const PAUSE_MS = 300

/**
 * Tracks a thousand events and closes this tab in the same breath. Another one is opened first, to watch from;
 * in a process of its own, as a visitor's next tab would be.
 */
export const leaveThisTab = (say: (text: string) => void): void => {
  window.open(location.href, '_blank', 'noopener')
  trackMany('Scrolled', LEAVING)
  window.close()
  // A tab with a history of its own is closed by nobody but the visitor.
  setTimeout(
    () => say('Your browser lets only you close this tab. Close it now: 1,000 events were tracked in it.'),
    PAUSE_MS,
  )
}

/** Tracks, waits until the events are stored, and fills this tab's memory until the browser ends it. */
export const crashThisTab = async (say: (text: string) => void): Promise<void> => {
  say('Filling this tab’s memory until your browser ends it. Then load the page again.')
  const receipt = trackMany('Scrolled', CRASHING)
  await receipt?.stored
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  const copies: number[][] = [Array.from({ length: NUMBERS }, () => Math.random())]
  try {
    for (;;) copies.push(copies[0]?.slice() ?? [])
  } catch (error) {
    say(`Your browser would not be crashed: ${error}`)
  }
}
