import { toggleOverlay } from './inspector/overlay.ts'
import type { Told } from './inspector/watch.ts'

// Opens the board over any page that carries the tracker, `window.track` or the one that `data-global` names.
// Loaded once more, it closes it: so a bookmarklet is enough.
const name = document.currentScript?.dataset.global ?? 'track'
toggleOverlay((window as unknown as Record<string, Told | undefined>)[name])
