import { withRejected } from '../rejected.ts'
import type { Tracker } from '../tracker.ts'
import { functionNamed, runningScript } from './running-script.ts'

// Adds `track.rejected` to the tracker of the page, or to the one that `data-global` names, whichever script runs
// first.
const name = runningScript()?.dataset.global ?? 'track'
functionNamed<Tracker>(name)
  ?.status?.()
  .then(() => {
    const track = functionNamed<Tracker>(name)
    if (track) withRejected(track)
  })
