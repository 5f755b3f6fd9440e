import { element, setText } from '../../src/inspector/element.ts'
import type { Entry } from '../../src/inspector/keyed-list.ts'
import { timeText } from '../../src/inspector/wording.ts'

/** A line of a panel: a time, a name with words about it, a result, and a text that it opens to. */
export interface PanelItem {
  readonly key: string
  readonly timeMs: number
  readonly name: string
  readonly words: string
  readonly result: string
  readonly text: string
}

/** Returns JSON with line breaks, where the text is complete JSON. */
export const legible = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // The text was cut, or is not JSON: it is shown as it is.
    return text
  }
}

export const createPanelLine = ({ timeMs }: PanelItem): Entry<PanelItem> => {
  const name = element('span', 'name')
  const words = element('span', 'words')
  const result = element('span', 'result')
  const text = element('pre', '')
  const line = element('li', '', [
    element('details', '', [
      element('summary', 'line', [
        element('span', 'time', [timeText(timeMs)]),
        element('span', 'event', [name, ' ', words]),
        result,
      ]),
      element('div', 'inside', [text]),
    ]),
  ])
  return {
    element: line,
    update(item) {
      setText(name, item.name)
      setText(words, item.words)
      setText(result, item.result)
      setText(text, item.text)
    },
  }
}
