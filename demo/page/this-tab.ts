import { trackMany } from './shop.ts'

const LEAVING = 1_000
const CRASHING = 200
/** The numbers in a list of 128 MB; the copies cannot share them. */
const NUMBERS = 16_000_000
/** The pause in which the visitor can read the message. */
const PAUSE_MS = 300

/**
 * Tracks a thousand events and closes this tab at once. Another tab is opened first to watch, in a process of its own,
 * as a visitor's next tab would be.
 */
export const leaveThisTab = (say: (text: string) => void): void => {
  window.open(location.href, '_blank', 'noopener')
  trackMany('Scrolled', LEAVING)
  window.close()
  // Only the visitor can close a tab with a history of its own.
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
