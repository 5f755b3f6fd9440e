import { withRejected } from './rejected.ts'
import type { Tracker } from './tracker.ts'

// Adds `track.rejected` to the tracker of the page, or to the one that `data-global` names, whichever script is first.
const name = document.currentScript?.dataset.global ?? 'track'
const page = window as unknown as Record<string, Tracker>
page[name]?.status().then(() => withRejected(page[name] as Tracker))
