import { toggleOverlay } from '../inspector/overlay.ts'
import type { Told } from '../inspector/watch.ts'
import { functionNamed, runningScript } from './running-script.ts'

// Opens the board over any page that carries the tracker, `window.track` or the one that `data-global` names.
// Loaded once more, it closes it: so a bookmarklet is enough.
toggleOverlay(functionNamed<Told>(runningScript()?.dataset.global ?? 'track'))
