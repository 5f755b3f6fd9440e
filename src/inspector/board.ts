import { type BoardRow, boardRows } from './board-row.ts'
import { createDepartureLine } from './departure-line.ts'
import { element, setText } from './element.ts'
import { createFlushList } from './flush-list.ts'
import { createKeyedList } from './keyed-list.ts'
import { createNews } from './news.ts'
import type { QueueSnapshot } from './snapshot.ts'
import { createTotals, totalsOf } from './totals.ts'
import type { View } from './watch.ts'
import { countText, shortened, timeText } from './wording.ts'

/** The number of lines of a board, filled or not. */
const LINES = 10
const MAX_CHARS = 200

const remarkOf = ({ destination, state }: QueueSnapshot): string => {
  const { reason, detail, failures } = state
  if (!reason) return ''
  const words = shortened(detail || reason, MAX_CHARS)
  if (reason === 'paused') return `${destination} refuses everything: ${words}. The queue is kept.`
  const why = reason === 'unanswered' ? 'no answer' : words
  return `${destination} is delayed: ${why}, ${countText(failures, 'attempt')} without success.`
}

const shownIn = (rows: readonly BoardRow[]): number =>
  rows.reduce((sum, { events }) => sum + events.length, 0)

/** Makes the departures board: the events that wait, are on their way, and have left, newest first. */
export const createBoard = () => {
  const clock = element('span', 'clock', [], { 'aria-hidden': 'true' })
  const totals = createTotals()
  const remark = element('p', 'remark')
  const lines = element('ol', 'lines')
  const blanks = element('div', 'blanks', [], { 'aria-hidden': 'true' })
  const more = element('p', 'soft more')
  const flushes = createFlushList()
  const news = createNews()
  const fill = createKeyedList<BoardRow>(lines, ({ key }) => key, createDepartureLine)
  const heads = ['Time', 'Event', 'To', 'Status'].map((head) => element('span', head.toLowerCase(), [head]))

  return {
    element: element('section', 'board', [
      element('header', 'head', [element('h2', '', ['Departures']), clock]),
      totals.element,
      remark,
      element('div', 'heads line', heads, { 'aria-hidden': 'true' }),
      lines,
      blanks,
      more,
      flushes.element,
      news.element,
    ]),

    update({ queues, departures, flushes: logged }: View): void {
      const rows = boardRows(departures, LINES)
      const sums = totalsOf(queues)
      fill(rows)
      while (blanks.childElementCount > LINES - rows.length) blanks.lastElementChild?.remove()
      while (blanks.childElementCount < LINES - rows.length) blanks.append(element('div', 'line'))
      const hidden = departures.length - shownIn(rows)
      setText(more, hidden > 0 ? `and ${countText(hidden, 'earlier event')}` : '')
      totals.update(sums)
      setText(remark, queues.map(remarkOf).filter(Boolean).join(' '))
      flushes.update(logged)
      news.update(sums)
      setText(clock, timeText(Date.now()))
    },
  }
}

export type Board = ReturnType<typeof createBoard>
