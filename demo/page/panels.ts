import { element } from '../../src/inspector/element.ts'
import { countText, numberText, shortened } from '../../src/inspector/wording.ts'
import type { BoardState } from '../arrivals.ts'
import { createPanel } from './panel.ts'
import { legible, type PanelItem } from './panel-line.ts'

const MAX_PATH = 90
const MAX_CHARS = 2_000

const bodyText = (body: string): string => shortened(legible(body), MAX_CHARS)

const requestItem = ({
  key,
  timeMs,
  path,
  status,
  isOver,
  chars,
  body,
}: BoardState['requests'][number]): PanelItem => ({
  key,
  timeMs,
  name: shortened(path, MAX_PATH),
  words: `${numberText(chars)} bytes`,
  result: status === undefined ? (isOver ? 'no answer' : 'under way') : `${status}`,
  text: bodyText(body) || 'No body.',
})

const recordedItem = (event: BoardState['newest'][number], index: number, total: number): PanelItem => ({
  key: `${total - index}`,
  timeMs: Date.parse(event.time),
  name: shortened(event.name, MAX_PATH),
  words: shortened(event.person, MAX_PATH),
  result: `${event.properties.ticket ?? ''}`,
  text: shortened(JSON.stringify(event.properties, null, 2), MAX_CHARS),
})

const refusalItem = ({ timeMs, path, status, words, body }: BoardState['refusals'][number]): PanelItem => ({
  key: `${timeMs}/${path}/${body.length}`,
  timeMs,
  name: shortened(words, MAX_CHARS),
  words: '',
  result: `${status}`,
  text: `${path}\n${bodyText(body)}`,
})

const summaryOf = ({ events, people, repeats, countsTwice }: BoardState): string =>
  [
    countText(events, 'event'),
    people === 1 ? '1 person' : `${numberText(people)} people`,
    `${countText(repeats, 'repeat')} ${countsTwice ? 'counted twice' : 'recognised'}`,
  ].join(' · ')

/** Makes the panels: the requests that came over the wire, and what the vendor has made of them. */
export const createPanels = () => {
  const requests = createPanel('Requests', 'None yet.')
  const recorded = createPanel('Recorded', 'Nothing yet.')
  const refused = createPanel('Refused', 'Nothing.')
  return {
    element: element('div', 'panels', [requests.element, recorded.element, refused.element]),
    update(state: BoardState): void {
      requests.update(state.requests.map(requestItem), '', 'Requests, with their bodies')
      recorded.update(
        state.newest.map((event, index) => recordedItem(event, index, state.events)),
        summaryOf(state),
        `Recorded by ${state.title}`,
      )
      refused.update(state.refusals.map(refusalItem), '', `Refused by ${state.title}`)
    },
  }
}
