import { createBoard } from './board.ts'
import { BOARD_STYLE } from './board-style.ts'
import { element } from './element.ts'
import { type Told, watch } from './watch.ts'

const TAG = 'sendoff-inspector'

const PANEL_STYLE = `
  :host { all: initial; }
  .panel {
    position: fixed; inset: auto 0.75rem 0.75rem auto; z-index: 2147483647;
    width: min(40rem, calc(100vw - 1.5rem)); max-height: min(46rem, calc(100vh - 1.5rem));
    display: grid; grid-template-rows: auto minmax(0, 1fr);
    border: 1px solid var(--edge); border-radius: 8px; box-shadow: 0 8px 32px rgb(0 0 0 / 0.25);
  }
  .bar { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: 0.5rem 0.5rem 0.5rem 1rem; border-bottom: 1px solid var(--edge); color: var(--soft); }
  .body { padding: 1rem; overflow: auto; overscroll-behavior: contain; }
`

/** Makes the sheet by a script, because a content policy that forbids inline styles allows it. */
const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}

/**
 * Opens the board over the page, in a shadow tree that the page's styles do not reach; closes it where it is open. The
 * board reads the queue and listens to the tracker, and changes neither. Returns the function that closes it.
 */
export const toggleOverlay = (track: Told | undefined): (() => void) => {
  const open = document.querySelector(TAG)
  if (open) {
    open.dispatchEvent(new Event('close'))
    return () => undefined
  }
  const host = document.createElement(TAG)
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheetOf(BOARD_STYLE), sheetOf(PANEL_STYLE)]
  const board = createBoard()
  const button = element('button', '', ['Close'], { type: 'button' })
  const bar = element('div', 'bar', [element('span', '', ['sendoff · all tabs of this browser']), button])
  const body = element('div', 'body', [board.element], {
    tabindex: '0',
    role: 'region',
    'aria-label': 'The queue',
  })
  const panel = element('aside', 'sendoff panel', [bar, body], { 'aria-label': 'sendoff inspector' })
  root.append(panel)
  const stop = watch(track, board.update)

  const close = (): void => {
    stop()
    host.remove()
  }
  host.addEventListener('close', close)
  button.addEventListener('click', close)
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close())
  document.documentElement.append(host)
  return close
}
