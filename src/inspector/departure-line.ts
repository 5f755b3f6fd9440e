import type { TrackedEvent } from '../core/event.ts'
import type { BoardRow } from './board-row.ts'
import { element, setText } from './element.ts'
import type { Entry } from './keyed-list.ts'
import { numberText, STATUS_WORDS, shortened, timeText } from './wording.ts'

const MAX_NAME = 120
const MAX_SHOWN = 3
const MAX_CHARS = 1_500

const eventText = ({ id, time, properties }: TrackedEvent): string =>
  `${id}\n${new Date(time).toISOString()}\n${shortened(JSON.stringify(properties, null, 2), MAX_CHARS)}`

const moreText = (events: number): string =>
  events > MAX_SHOWN ? `and ${numberText(events - MAX_SHOWN)} more like these` : ''

/** Makes one line of the board, which opens to show the events themselves. */
export const createDepartureLine = (): Entry<BoardRow> => {
  const time = element('span', 'time')
  const name = element('span', 'name')
  const times = element('span', 'times')
  const words = element('span', 'words')
  const to = element('span', 'to')
  const status = element('span', 'status')
  const person = element('dd', '')
  const destination = element('dd', '')
  const events = element('pre', '')
  const more = element('p', 'soft')
  const event = element('span', 'event', [name, ' ', times, words])
  const details = element('details', '', [
    element('summary', 'line', [time, event, to, status]),
    element('div', 'inside', [
      element('dl', 'facts', [
        element('div', '', [element('dt', '', ['Person']), person]),
        element('div', '', [element('dt', '', ['To']), destination]),
      ]),
      events,
      more,
    ]),
  ])
  const line = element('li', '', [details])

  return {
    element: line,
    update(row) {
      const [newest] = row.events
      const wasStatus = line.dataset.status
      line.dataset.status = row.status
      // A flap falls once where the status has changed, but not where the line is new.
      if (wasStatus && wasStatus !== row.status) {
        status.classList.remove('flip')
        void status.offsetWidth
        status.classList.add('flip')
      }
      setText(time, timeText(newest?.time ?? 0))
      setText(name, shortened(row.name, MAX_NAME))
      setText(times, row.events.length > 1 ? `× ${numberText(row.events.length)}` : '')
      setText(words, shortened(row.detail ?? '', MAX_NAME))
      setText(to, row.destination)
      setText(status, STATUS_WORDS[row.status] ?? row.status)
      setText(person, row.person)
      setText(destination, row.destination)
      if (!details.open && events.textContent) return
      setText(events, row.events.slice(0, MAX_SHOWN).map(eventText).join('\n\n'))
      setText(more, moreText(row.events.length))
    },
  }
}
