import { element, setText } from '../../src/inspector/element.ts'
import { createKeyedList } from '../../src/inspector/keyed-list.ts'
import { createPanelLine, type PanelItem } from './panel-line.ts'

/** Makes a list with a heading beside the board. */
export const createPanel = (title: string, none: string) => {
  const heading = element('h3', '', [title])
  const summary = element('p', 'soft summary')
  const list = element('ol', 'lines')
  const empty = element('p', 'soft', [none])
  const fill = createKeyedList<PanelItem>(list, ({ key }) => key, createPanelLine)
  return {
    element: element('section', 'panel', [heading, summary, list, empty]),
    update(items: readonly PanelItem[], words = '', newTitle = title): void {
      setText(heading, newTitle)
      setText(summary, words)
      fill(items)
      empty.hidden = items.length > 0
    },
  }
}
