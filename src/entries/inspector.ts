import { toggleOverlay } from '../inspector/overlay.ts'
import type { Told } from '../inspector/watch.ts'
import { functionNamed, runningScript } from './running-script.ts'

// Opens the board over any page that carries the tracker, `window.track` or the one that `data-global` names. Another
// run closes it, so that a bookmarklet is enough.
toggleOverlay(functionNamed<Told>(runningScript()?.dataset.global ?? 'track'))
