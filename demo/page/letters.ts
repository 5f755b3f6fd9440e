import { element, setText } from '../../src/inspector/element.ts'
import type { QueueSnapshot } from '../../src/inspector/snapshot.ts'
import { countText, shortened } from '../../src/inspector/wording.ts'
import { post, tracker } from './demo-window.ts'
import { noteForgotten } from './tickets.ts'

const MAX_CHARS = 200
const SHOWN = 5

const button = (label: string, onClick: () => unknown): HTMLButtonElement => {
  const made = element('button', '', [label], { type: 'button' })
  made.addEventListener('click', onClick)
  return made
}

/** Makes the list of dead letters with the vendor's words, and what can be done with them. */
export const createLetters = () => {
  const heading = element('h3', '')
  const list = element('ul', 'letters')
  const section = element('section', 'dead', [
    heading,
    list,
    element('div', 'chips', [
      button('Deliver them after all', async () => {
        await post('/refusal', { refuse: false })
        await tracker().rejected?.retry()
      }),
      button('Forget them', async () => noteForgotten((await tracker().rejected?.clear()) ?? 0)),
    ]),
  ])
  section.hidden = true
  let shown = ''
  return {
    element: section,
    update(queues: readonly QueueSnapshot[]): void {
      const count = queues.reduce((sum, { letters }) => sum + letters, 0)
      section.hidden = count === 0
      setText(heading, countText(count, 'dead letter'))
      const lines = queues
        .flatMap(({ destination, newestLetters }) =>
          newestLetters.map(
            ({ event, reason, detail }) => `${event.name}, refused by ${destination}: ${detail ?? reason}`,
          ),
        )
        .slice(-SHOWN)
        .map((line) => shortened(line, MAX_CHARS))
      if (lines.join('\n') === shown) return
      shown = lines.join('\n')
      list.replaceChildren(...lines.map((line) => element('li', '', [line])))
    },
  }
}
