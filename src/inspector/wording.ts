import type { FlushReason } from '../delivery/sender-events.ts'
import type { DepartureStatus } from './departure.ts'

/** The reason of a flush in words, for people who have not read the code. */
export const FLUSH_WORDS: Readonly<Record<FlushReason, string>> = {
  start: 'the page has opened',
  interval: 'a second has passed',
  size: 'a batch is full',
  online: 'the network is back',
  hidden: 'the tab was hidden',
  pagehide: 'the page is being left',
  retry: 'another attempt is due',
  manual: 'somebody asked for it',
}

export const STATUS_WORDS: Readonly<Record<DepartureStatus, string>> = {
  waiting: 'Waiting',
  'in flight': 'In flight',
  'handed off': 'Handed off',
  unanswered: 'Goes again',
  delivered: 'Delivered',
  refused: 'Refused',
  expired: 'Expired',
  evicted: 'Evicted',
  unreadable: 'Unreadable',
  invalid: 'Invalid',
  'too-large': 'Too large',
  'never-answered': 'No answer',
  consent: 'No consent',
  filtered: 'Filtered',
  gone: 'Has left',
}

const two = (value: number): string => `${value}`.padStart(2, '0')

/** Returns a time as `14:02:11`, by the visitor's clock. */
export const timeText = (ms: number): string => {
  const date = new Date(ms)
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
}

/** Returns a number as `1,203`. */
export const numberText = (value: number): string => value.toLocaleString('en')

/** Cuts a text, and tells how much was left out. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)} … ${numberText(text.length - most)} more characters` : text

/** Returns a count with its noun: `1 event`, `1,000 events`. */
export const countText = (count: number, noun: string): string =>
  `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`
