import { element, setText } from './element.ts'
import type { LoggedFlush } from './flush-log.ts'
import { createKeyedList, type Entry } from './keyed-list.ts'
import { countText, FLUSH_WORDS, timeText } from './wording.ts'

const MAX_SHOWN = 8

const resultOf = ({ delivered, dropped }: LoggedFlush): string =>
  [
    delivered && `${countText(delivered, 'event')} delivered`,
    dropped && `${countText(dropped, 'event')} refused`,
  ]
    .filter(Boolean)
    .join(', ')

const createLine = (flush: LoggedFlush): Entry<LoggedFlush> => {
  const result = element('span', 'result')
  const line = element('li', 'line', [
    element('span', 'time', [timeText(flush.timeMs)]),
    element('span', 'event', [
      element('span', 'name', [flush.reason]),
      element('span', 'words', [FLUSH_WORDS[flush.reason] ?? '']),
    ]),
    result,
  ])
  return { element: line, update: (next) => setText(result, resultOf(next) || '–') }
}

/** Makes the list of flushes, newest first, with the reason and the result of each. */
export const createFlushList = () => {
  const list = element('ol', 'lines')
  const empty = element('p', 'soft', ['None yet.'])
  const fill = createKeyedList<LoggedFlush>(list, ({ key }) => key, createLine)
  return {
    element: element('section', 'flushes', [element('h3', '', ['Flushes, and why']), list, empty]),
    update(flushes: readonly LoggedFlush[]): void {
      fill(flushes.slice(0, MAX_SHOWN))
      empty.hidden = flushes.length > 0
    },
  }
}
