import { element, setText } from '../../src/inspector/element.ts'
import type { VendorMode } from '../../testing/http/vendor.ts'
import type { BoardState } from '../arrivals.ts'
import { post } from './demo-window.ts'
import { crashThisTab, leaveThisTab } from './this-tab.ts'

interface Mode {
  readonly label: string
  readonly hint: string
  readonly mode: VendorMode
}

const MODES: readonly Mode[] = [
  { label: 'None', hint: 'Everything answers.', mode: { type: 'up' } },
  { label: 'Offline', hint: 'Nothing listens, and the browser knows it.', mode: { type: 'down' } },
  { label: '503', hint: 'The vendor is unavailable.', mode: { type: 'status', status: 503, cors: true } },
  {
    label: '429',
    hint: 'The account has had too many requests: who is refused waits a minute or more.',
    mode: { type: 'rate-limit', readable: false },
  },
  { label: 'Slow', hint: 'Every answer takes three seconds.', mode: { type: 'slow', ms: 3_000 } },
  { label: 'Hanging', hint: 'Requests are taken and never answered.', mode: { type: 'hang' } },
  {
    label: 'Answers lost',
    hint: 'Events are recorded, and the answer breaks.',
    mode: { type: 'drop-answer' },
  },
]

const button = (label: string, onClick: () => unknown): HTMLButtonElement => {
  const made = element('button', '', [label], { type: 'button' })
  made.addEventListener('click', onClick)
  return made
}

/** Makes the switches that cause trouble. */
export const createTrouble = () => {
  const said = element('p', 'hint', [], { role: 'status' })
  const say = (text: string) => setText(said, text)
  /** An answer of the server is outdated when it was asked for before, or while, the visitor switched. */
  let pending = 0
  let switches = 0

  const choose = async ({ mode, hint }: Mode): Promise<void> => {
    pending += 1
    switches += 1
    window.setOffline(mode.type === 'down')
    say(hint)
    await post('/vendor', mode)
    pending -= 1
  }
  const choices = MODES.map((each) => {
    const input = element('input', '', [], { type: 'radio', name: 'trouble' })
    input.addEventListener('change', () => choose(each))
    return { ...each, input, label: element('label', 'chip', [input, element('span', '', [each.label])]) }
  })

  return {
    element: element('div', 'trouble', [
      element('fieldset', '', [
        element('legend', '', ['Cause trouble']),
        element(
          'div',
          'chips',
          choices.map(({ label }) => label),
        ),
      ]),
      element('div', 'chips', [
        button('Refuse one event', async () => {
          await post('/refusal', { refuse: true })
          say('The vendor refuses the next event that comes, and the others of its batch are delivered.')
        }),
        button('Close this tab with 1,000 events waiting', () => leaveThisTab(say)),
        button('Crash this tab', () => crashThisTab(say)),
      ]),
      said,
    ]),

    /**
     * Must be called before the server is asked, because another tab may have switched. Returns the function that takes
     * the answer.
     */
    ask(): (state: BoardState) => void {
      const asked = switches
      return ({ mode }) => {
        if (pending > 0 || asked !== switches) return
        window.setOffline(mode.type === 'down')
        for (const { mode: its, input } of choices) input.checked = its.type === mode.type
      }
    },
  }
}
