import { createBoard } from '../../src/inspector/board.ts'
import { setText } from '../../src/inspector/element.ts'
import { totalsOf } from '../../src/inspector/totals.ts'
import { type View, watch } from '../../src/inspector/watch.ts'
import { numberText } from '../../src/inspector/wording.ts'
import type { BoardState } from '../arrivals.ts'
import { pageFacts, tracker } from './demo-window.ts'
import { createLedger } from './ledger.ts'
import { createLetters } from './letters.ts'
import { createPanels } from './panels.ts'
import { readLedger } from './tickets.ts'
import { createTrouble } from './trouble.ts'
import { createWorkerLine } from './worker-line.ts'

const stateOf = async (): Promise<BoardState | undefined> => {
  try {
    const { vendor, run } = pageFacts()
    const response = await fetch(`/board.json?vendor=${vendor}&code=${readLedger().code}`)
    const state = (await response.json()) as BoardState
    // The server was restarted: its vendors have forgotten everything, and so does this page.
    if (state.run !== run) location.reload()
    return state
  } catch (error) {
    // The demo was stopped; the last state stays on the page until the demo runs again.
    console.warn(error)
    return undefined
  }
}

/** Puts the departures board, the switches and the vendors' panels into `place`. */
export const startStation = (place: HTMLElement, peek: HTMLElement): void => {
  const ledger = createLedger()
  const trouble = createTrouble()
  const board = createBoard()
  const letters = createLetters()
  const panels = createPanels()
  const workerLine = pageFacts().withWorker ? [createWorkerLine()] : []
  place.append(ledger.element, ...workerLine, trouble.element, board.element, letters.element, panels.element)

  const show = async (view: View): Promise<void> => {
    board.update(view)
    letters.update(view.queues)
    const { waiting, inFlight, handedOff, delivered } = totalsOf(view.queues)
    if (peek)
      setText(
        peek,
        `${numberText(waiting + inFlight + handedOff)} on the way · ${numberText(delivered)} delivered`,
      )
    const tellRecorded = ledger.look(view.queues)
    const tellTrouble = trouble.ask()
    const state = await stateOf()
    if (!state) return
    tellRecorded(state.recorded)
    tellTrouble(state)
    panels.update(state)
  }
  watch(tracker(), show)
}
