import { jsonOf } from '../core/json.ts'
import type { Transaction } from '../store/store.ts'
import type { ApplyAnswer, Change, OnLoss } from './change.ts'
import { applyNote } from './last-moment/apply-note.ts'
import type { Notes } from './last-moment/notes.ts'
import type { DestinationQueue } from './queue-options.ts'
import { stateFrom } from './shared-state.ts'
import type { Storage } from './storage.ts'
import { takeOverRecords } from './take-over.ts'

interface Changing extends DestinationQueue {
  readonly now: () => number
  readonly applyAnswer: ApplyAnswer
}

/** Makes the transactions over the state that all tabs share: each takes the notes in first. */
export const createChange = (
  { durably, areaNow }: Storage,
  notes: Notes,
  { destination, queue, now, applyAnswer }: Changing,
  onLoss: OnLoss,
): Change => {
  /** What version 0.1 has left is taken over once. */
  let isTakenOver = false

  return async <Result>(work?: Parameters<Change>[0]): Promise<Result> => {
    // Not later: what a page has asked the database to write before its note is to be there before it.
    const places = notes.list()
    let losses: Parameters<OnLoss>[] = []
    const result = await durably(async (t: Transaction) => {
      // A transaction that failed has lost nothing.
      losses = []
      if (!isTakenOver) await takeOverRecords(t, destination, queue)
      const state = stateFrom(await t.get(`${queue}/s`), now())
      for (const place of places)
        await applyNote(t, state, { queue, place, time: now(), note: notes.read(place) }, applyAnswer)
      const result = await work?.(t, state, places, (...loss) => losses.push(loss))
      // Corrected since it was read, the clock has jumped for whoever comes next.
      t.put(`${queue}/s`, jsonOf({ ...state, at: Math.min(state.at, now()) }))
      return result as Result
    })
    isTakenOver = true
    for (const place of places) areaNow().delete(place)
    for (const loss of losses) onLoss(...loss)
    return result
  }
}
