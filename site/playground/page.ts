import type { FullTracker } from '../../src/full/full-tracker.ts'
import { createBoard } from '../../src/inspector/board.ts'
import { BOARD_STYLE } from '../../src/inspector/board-style.ts'
import { totalsOf } from '../../src/inspector/totals.ts'
import { watch } from '../../src/inspector/watch.ts'
import { startLedger } from './ledger.ts'
import { startVendor } from './vendor-client.ts'

const found = <Kind extends Element>(selector: string): Kind => {
  const element = document.querySelector<Kind>(selector)
  if (!element) throw new Error(`playground: no ${selector}`)
  return element
}

const tracker = () => Reflect.get(window, 'track') as unknown as FullTracker

/** The script that a site would load, with a tag as a site would write it, save that the vendor is beside the page. */
const loadSendoff = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = 'sendoff.full.js'
    script.dataset.destination = 'klaviyo'
    script.dataset.key = 'AbC123'
    script.dataset.endpoint = new URL('vendor', location.href).href
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error('sendoff.full.js could not be loaded')))
    document.head.append(script)
  })

const start = async (): Promise<void> => {
  const style = new CSSStyleSheet()
  style.replaceSync(BOARD_STYLE)
  document.adoptedStyleSheets.push(style)
  const ledger = startLedger(found)
  const vendor = await startVendor((state) => {
    ledger.showVendor(state)
    found<HTMLInputElement>(`#vendor [value=${state.mode}]`).checked = true
  })
  await loadSendoff()

  const board = createBoard()
  found('#board').append(board.element)
  watch(tracker(), (view) => {
    board.update(view)
    const { waiting, inFlight, handedOff, dead } = totalsOf(view.queues)
    ledger.showQueue(waiting + inFlight + handedOff, dead)
  })

  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-count]'))
    button.addEventListener('click', () => {
      const { count, refused } = button.dataset
      for (let index = 0; index < Number(count); index += 1)
        tracker()(refused === undefined ? 'Added to Cart' : 'Unwanted', {
          sku: `A-${ledger.next()}`,
          ...(refused !== undefined && { refused: true }),
        })
    })
  found('#vendor').addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) vendor.setMode(target.value)
  })
  found('#reload').addEventListener('click', () => location.reload())
  found('#forget').addEventListener('click', async () => {
    await tracker().erase()
    ledger.forget()
    vendor.forget()
  })
}

start().catch((error) => {
  const problem = found<HTMLElement>('#problem')
  problem.hidden = false
  problem.textContent = `The playground cannot start: ${error instanceof Error ? error.message : error}`
})
